/** The store of answers that repeated requests get again. */
@NullMarked
package dev.cairn.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
