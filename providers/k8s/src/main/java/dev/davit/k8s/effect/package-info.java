/**
 * What users feel of a change, what the server will not change in place, and the steps that replace it then.
 *
 * <p>All of it is computed from trees that others read: nothing here reaches a network. Start at {@link
 * dev.davit.k8s.effect.Effects}, {@link dev.davit.k8s.effect.Rejection}, {@link dev.davit.k8s.effect.Replacement} and {@link
 * dev.davit.k8s.effect.LogicalNames}.
 */
package dev.davit.k8s.effect;
