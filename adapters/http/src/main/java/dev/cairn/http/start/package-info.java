/** The page at the server's address. */
@NullMarked
package dev.cairn.http.start;

import org.jspecify.annotations.NullMarked;
