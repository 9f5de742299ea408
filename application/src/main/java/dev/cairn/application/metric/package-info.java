/** Metrics of a server, for monitoring. */
@NullMarked
package dev.cairn.application.metric;

import org.jspecify.annotations.NullMarked;
