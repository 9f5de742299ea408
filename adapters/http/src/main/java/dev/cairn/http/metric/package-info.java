/** The server's metrics, in the format of Prometheus. */
@NullMarked
package dev.cairn.http.metric;

import org.jspecify.annotations.NullMarked;
