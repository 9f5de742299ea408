/** Tests of the rules in this package. */
@NullMarked
package dev.cairn.domain.search;

import org.jspecify.annotations.NullMarked;
