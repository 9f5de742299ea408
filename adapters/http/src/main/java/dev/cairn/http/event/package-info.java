/** Events, as a stream and for who asks again and again. */
@NullMarked
package dev.cairn.http.event;

import org.jspecify.annotations.NullMarked;
