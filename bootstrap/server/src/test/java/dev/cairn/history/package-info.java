/** Random histories of tickets and queues, played against a small model of the rules. */
@NullMarked
package dev.cairn.history;

import org.jspecify.annotations.NullMarked;
