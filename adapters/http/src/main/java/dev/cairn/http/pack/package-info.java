/** The route of packs. */
@NullMarked
package dev.cairn.http.pack;

import org.jspecify.annotations.NullMarked;
