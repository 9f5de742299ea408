/** Tests of the rules in this package. */
@NullMarked
package dev.cairn.domain.access;

import org.jspecify.annotations.NullMarked;
