/** Serves the Studio, the page at the server's address. */
@NullMarked
package dev.cairn.studio;

import org.jspecify.annotations.NullMarked;
