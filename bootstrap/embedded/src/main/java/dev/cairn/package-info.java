/** Cairn as a library: {@link dev.cairn.Cairn#open}. */
@NullMarked
package dev.cairn;

import org.jspecify.annotations.NullMarked;
