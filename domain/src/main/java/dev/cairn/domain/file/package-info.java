/** The files of a project's folder, as the index knows them (R50–R53). */
@NullMarked
package dev.cairn.domain.file;

import org.jspecify.annotations.NullMarked;
