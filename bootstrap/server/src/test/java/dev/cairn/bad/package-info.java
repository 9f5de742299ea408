/** Deliberately bad classes, which the rules of the architecture must reject. */
@NullMarked
package dev.cairn.bad;

import org.jspecify.annotations.NullMarked;
