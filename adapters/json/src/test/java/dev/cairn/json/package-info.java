/** Proofs that JSON is read strictly and written whole. */
@NullMarked
package dev.cairn.json;

import org.jspecify.annotations.NullMarked;
