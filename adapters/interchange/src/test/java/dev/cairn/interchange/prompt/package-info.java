/** Tests of files with prompts. */
@NullMarked
package dev.cairn.interchange.prompt;

import org.jspecify.annotations.NullMarked;
