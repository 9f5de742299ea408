/** Deliberately bad classes, which the rules of the architecture must reject. */
@NullMarked
package dev.cairn.application.bad;

import org.jspecify.annotations.NullMarked;
