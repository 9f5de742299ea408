/** Use cases of the files that a user selected in a project (R52). */
@NullMarked
package dev.cairn.application.selection;

import org.jspecify.annotations.NullMarked;
