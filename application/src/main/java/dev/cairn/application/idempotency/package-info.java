/** Answers kept so that a repeated request is answered once and the same. */
@NullMarked
package dev.cairn.application.idempotency;

import org.jspecify.annotations.NullMarked;
