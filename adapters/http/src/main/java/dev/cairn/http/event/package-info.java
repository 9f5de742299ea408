/** The routes of events, as a stream and as a long poll. */
@NullMarked
package dev.cairn.http.event;

import org.jspecify.annotations.NullMarked;
