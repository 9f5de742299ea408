/** Routes of prompts and of their files. */
@NullMarked
package dev.cairn.http.prompt;

import org.jspecify.annotations.NullMarked;
