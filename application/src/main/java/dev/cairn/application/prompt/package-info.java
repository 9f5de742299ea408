/** Use cases of prompts, and their files. */
@NullMarked
package dev.cairn.application.prompt;

import org.jspecify.annotations.NullMarked;
