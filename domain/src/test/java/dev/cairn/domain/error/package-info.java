/** Tests of the rules in this package. */
@NullMarked
package dev.cairn.domain.error;

import org.jspecify.annotations.NullMarked;
