/** Live events from the log, for followers. */
@NullMarked
package dev.cairn.application.event;

import org.jspecify.annotations.NullMarked;
