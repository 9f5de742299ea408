/** Figures for whoever watches the server, as Prometheus reads them. */
@NullMarked
package dev.cairn.http.metric;

import org.jspecify.annotations.NullMarked;
