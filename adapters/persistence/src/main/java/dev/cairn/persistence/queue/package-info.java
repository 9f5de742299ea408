/** The stores of queues, items and claims, and the claim statement. */
@NullMarked
package dev.cairn.persistence.queue;

import org.jspecify.annotations.NullMarked;
