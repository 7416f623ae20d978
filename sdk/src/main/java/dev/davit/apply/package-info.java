/** Carrying a plan out: lease, journal, one wave after another, release records. What a platform must offer for it. */
package dev.davit.apply;
