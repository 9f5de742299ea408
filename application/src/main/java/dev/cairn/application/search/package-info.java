/** The use case of full-text search. */
@NullMarked
package dev.cairn.application.search;

import org.jspecify.annotations.NullMarked;
