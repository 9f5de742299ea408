/** How streams of events are sent. */
@NullMarked
package dev.cairn.http.event;

import org.jspecify.annotations.NullMarked;
