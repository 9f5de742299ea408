/** Use cases of ranking files by their relevance to a ticket. */
@NullMarked
package dev.cairn.application.relevance;

import org.jspecify.annotations.NullMarked;
