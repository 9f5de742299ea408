/** Reusable prompts for people and agents. */
@NullMarked
package dev.cairn.domain.prompt;

import org.jspecify.annotations.NullMarked;
