/** The routes of selected files. */
@NullMarked
package dev.cairn.http.selection;

import org.jspecify.annotations.NullMarked;
