/** Which files matter to a ticket, and why. */
@NullMarked
package dev.cairn.domain.relevance;

import org.jspecify.annotations.NullMarked;
