/** Tests of the rules in this package. */
@NullMarked
package dev.cairn.domain.collected;

import org.jspecify.annotations.NullMarked;
