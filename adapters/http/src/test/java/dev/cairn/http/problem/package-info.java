/** Proofs of what errors look like. */
@NullMarked
package dev.cairn.http.problem;

import org.jspecify.annotations.NullMarked;
