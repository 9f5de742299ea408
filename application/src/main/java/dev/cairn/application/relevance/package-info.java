/** Finds the files that matter to a ticket. */
@NullMarked
package dev.cairn.application.relevance;

import org.jspecify.annotations.NullMarked;
