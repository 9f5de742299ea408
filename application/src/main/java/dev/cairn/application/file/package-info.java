/** Use cases of the files of projects: indexing, finding and reading them (R50–R53). */
@NullMarked
package dev.cairn.application.file;

import org.jspecify.annotations.NullMarked;
