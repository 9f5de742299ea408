/** Tests of the rules in this package. */
@NullMarked
package dev.cairn.domain.queue;

import org.jspecify.annotations.NullMarked;
