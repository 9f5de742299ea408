/** The composition of all use cases by one function. */
@NullMarked
package dev.cairn.application;

import org.jspecify.annotations.NullMarked;
