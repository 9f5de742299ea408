/** The parts that all routes share: the JSON mapper, and the sender of a request. */
@NullMarked
package dev.cairn.http.wire;

import org.jspecify.annotations.NullMarked;
