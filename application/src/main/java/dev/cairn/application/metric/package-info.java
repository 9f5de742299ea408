/** Figures that say how a server does, for whoever watches it. */
@NullMarked
package dev.cairn.application.metric;

import org.jspecify.annotations.NullMarked;
