/** Use cases of the collected data of projects, and of its validation. */
@NullMarked
package dev.cairn.application.collected;

import org.jspecify.annotations.NullMarked;
