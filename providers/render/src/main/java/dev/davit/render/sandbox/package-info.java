/**
 * Behaves like the documented Render API, in this process: for tests, and for those who have no account.
 *
 * <p>Source of the operations and their shapes: Render's API description, https://api-docs.render.com/openapi/render-public-api-1.json,
 * as of 2026-08-19. Source of what happens in time: https://render.com/docs/deploys, /health-checks, /scaling and /disks.
 */
package dev.davit.render.sandbox;
