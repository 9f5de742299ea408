/** Tests of the rules in this package. */
@NullMarked
package dev.cairn.domain.ticket;

import org.jspecify.annotations.NullMarked;
