/** Errors as application/problem+json. */
@NullMarked
package dev.cairn.http.problem;

import org.jspecify.annotations.NullMarked;
