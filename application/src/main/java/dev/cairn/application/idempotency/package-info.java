/** Idempotency: stored answers, with which a repeated request is answered. */
@NullMarked
package dev.cairn.application.idempotency;

import org.jspecify.annotations.NullMarked;
