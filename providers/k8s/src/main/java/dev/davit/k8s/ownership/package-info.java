/** What marks live objects as a stack's own, for those who compare and those who write: one answer for both. */
package dev.davit.k8s.ownership;
