/** Tests of the rules in this package. */
@NullMarked
package dev.cairn.domain.project;

import org.jspecify.annotations.NullMarked;
