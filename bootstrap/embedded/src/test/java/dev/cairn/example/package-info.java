/** The example of the library's documentation, kept true by running it. */
@NullMarked
package dev.cairn.example;

import org.jspecify.annotations.NullMarked;
