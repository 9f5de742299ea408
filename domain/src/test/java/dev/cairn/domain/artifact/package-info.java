/** Tests of the rules in this package. */
@NullMarked
package dev.cairn.domain.artifact;

import org.jspecify.annotations.NullMarked;
