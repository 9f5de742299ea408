/** The frame of every use case: one transaction, one clock reading, one activity log entry per change. */
@NullMarked
package dev.cairn.application.work;

import org.jspecify.annotations.NullMarked;
