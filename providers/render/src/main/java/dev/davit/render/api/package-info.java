/**
 * Speaks with Render's API. Source of operations, limits and errors: https://api-docs.render.com, description of 2026-08-19.
 */
package dev.davit.render.api;
