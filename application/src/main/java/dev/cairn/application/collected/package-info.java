/** Use cases of what is collected about projects, and of its validation. */
@NullMarked
package dev.cairn.application.collected;

import org.jspecify.annotations.NullMarked;
