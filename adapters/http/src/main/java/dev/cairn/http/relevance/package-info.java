/** The route of the files that matter to a ticket. */
@NullMarked
package dev.cairn.http.relevance;

import org.jspecify.annotations.NullMarked;
