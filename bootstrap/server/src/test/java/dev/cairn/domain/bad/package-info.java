/** Deliberately bad classes, which the rules of the architecture must reject. */
@NullMarked
package dev.cairn.domain.bad;

import org.jspecify.annotations.NullMarked;
