/** Routes of what is collected about projects, and of its validation. */
@NullMarked
package dev.cairn.http.collected;

import org.jspecify.annotations.NullMarked;
