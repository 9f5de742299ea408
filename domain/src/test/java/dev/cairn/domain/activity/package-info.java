/** Tests of the rules in this package. */
@NullMarked
package dev.cairn.domain.activity;

import org.jspecify.annotations.NullMarked;
