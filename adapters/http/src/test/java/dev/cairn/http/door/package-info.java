/** How arguments of routes are read. */
@NullMarked
package dev.cairn.http.door;

import org.jspecify.annotations.NullMarked;
