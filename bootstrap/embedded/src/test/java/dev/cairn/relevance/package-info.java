/** Measures how many of the files that real changes touched are found for their messages. */
@NullMarked
package dev.cairn.relevance;

import org.jspecify.annotations.NullMarked;
