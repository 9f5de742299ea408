/** Tests of the rules in this package. */
@NullMarked
package dev.cairn.domain.kernel;

import org.jspecify.annotations.NullMarked;
