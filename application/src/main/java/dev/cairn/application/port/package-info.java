/** Ports besides the stores: transactions, ids, queue locks, hashes. */
@NullMarked
package dev.cairn.application.port;

import org.jspecify.annotations.NullMarked;
