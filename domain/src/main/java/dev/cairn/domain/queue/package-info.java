/** Work queues: items, claims, leases and fencing tokens. */
@NullMarked
package dev.cairn.domain.queue;

import org.jspecify.annotations.NullMarked;
