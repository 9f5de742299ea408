/** Prompts in the database. */
@NullMarked
package dev.cairn.persistence.prompt;

import org.jspecify.annotations.NullMarked;
