/** The route of full-text search. */
@NullMarked
package dev.cairn.http.search;

import org.jspecify.annotations.NullMarked;
