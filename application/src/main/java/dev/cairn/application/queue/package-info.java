/** Use cases of work queues: enqueue, claim, finish, sweep. */
@NullMarked
package dev.cairn.application.queue;

import org.jspecify.annotations.NullMarked;
