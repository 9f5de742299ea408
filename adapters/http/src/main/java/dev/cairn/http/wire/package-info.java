/** What all routes share: the mapper, and who sent a request. */
@NullMarked
package dev.cairn.http.wire;

import org.jspecify.annotations.NullMarked;
