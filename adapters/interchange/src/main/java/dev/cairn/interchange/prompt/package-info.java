/** Prompts as Markdown with front matter, alone, many to a file, and in archives. */
@NullMarked
package dev.cairn.interchange.prompt;

import org.jspecify.annotations.NullMarked;
