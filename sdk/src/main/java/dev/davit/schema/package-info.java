/** Checks trees against a platform's own JSON Schema and says where they break it. */
package dev.davit.schema;
