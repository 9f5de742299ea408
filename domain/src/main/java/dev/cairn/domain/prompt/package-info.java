/** Texts that people and agents begin with, kept for the next time. */
@NullMarked
package dev.cairn.domain.prompt;

import org.jspecify.annotations.NullMarked;
