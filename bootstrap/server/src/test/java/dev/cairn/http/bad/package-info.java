/** Deliberately bad classes, which the rules of the architecture must reject. */
@NullMarked
package dev.cairn.http.bad;

import org.jspecify.annotations.NullMarked;
