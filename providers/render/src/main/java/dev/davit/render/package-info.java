/** The target Render: a Blueprint of a definition, checked against Render's own schema. */
package dev.davit.render;
