/** Proofs that only those get in who may. */
@NullMarked
package dev.cairn.http.security;

import org.jspecify.annotations.NullMarked;
