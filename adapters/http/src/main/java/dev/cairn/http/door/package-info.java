/**
 * The common layer around all routes: it reads their arguments and writes their answers, so that a controller's method only
 * declares what it takes and answers (ADR 26).
 */
@NullMarked
package dev.cairn.http.door;

import org.jspecify.annotations.NullMarked;
