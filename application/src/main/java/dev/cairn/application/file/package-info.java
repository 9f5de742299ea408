/** Use cases of the files of projects: indexing them, and finding and reading what is indexed (R50–R53). */
@NullMarked
package dev.cairn.application.file;

import org.jspecify.annotations.NullMarked;
