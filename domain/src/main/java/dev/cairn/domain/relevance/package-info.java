/** The ranking of files by their relevance to a ticket, with reasons. */
@NullMarked
package dev.cairn.domain.relevance;

import org.jspecify.annotations.NullMarked;
