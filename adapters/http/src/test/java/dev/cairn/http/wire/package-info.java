/** Proofs that JSON is read strictly and written whole. */
@NullMarked
package dev.cairn.http.wire;

import org.jspecify.annotations.NullMarked;
