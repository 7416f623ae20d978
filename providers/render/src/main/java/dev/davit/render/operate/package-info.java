/** Carries plans out in a workspace of Render, step by step. */
package dev.davit.render.operate;
