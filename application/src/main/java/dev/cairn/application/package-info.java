/** All use cases, wired by one function. */
@NullMarked
package dev.cairn.application;

import org.jspecify.annotations.NullMarked;
