/** The routes of collected data about projects, and of its validation. */
@NullMarked
package dev.cairn.http.collected;

import org.jspecify.annotations.NullMarked;
