/** Routes of the files that somebody chose. */
@NullMarked
package dev.cairn.http.selection;

import org.jspecify.annotations.NullMarked;
