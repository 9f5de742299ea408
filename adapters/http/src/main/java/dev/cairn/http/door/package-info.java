/**
 * What stands around every route: its arguments are read and its answers are written here, so that a controller's method
 * only says what it takes and what it answers (ADR 26).
 */
@NullMarked
package dev.cairn.http.door;

import org.jspecify.annotations.NullMarked;
