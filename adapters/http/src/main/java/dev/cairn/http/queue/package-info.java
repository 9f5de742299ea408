/** Routes of queues, items and claims. */
@NullMarked
package dev.cairn.http.queue;

import org.jspecify.annotations.NullMarked;
