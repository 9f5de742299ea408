/** What use cases need from outside besides the stores: transactions, ids, queue locks. */
@NullMarked
package dev.cairn.application.port;

import org.jspecify.annotations.NullMarked;
