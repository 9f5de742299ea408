/** Files that somebody chose in a project, for themselves (R52). */
@NullMarked
package dev.cairn.application.selection;

import org.jspecify.annotations.NullMarked;
