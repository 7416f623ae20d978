/** Write Java that reads as if a person had written it: what imports print. */
package dev.davit.source;
