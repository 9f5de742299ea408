/** What files are found by, and how lines of them are named. */
@NullMarked
package dev.cairn.domain.file;

import org.jspecify.annotations.NullMarked;
