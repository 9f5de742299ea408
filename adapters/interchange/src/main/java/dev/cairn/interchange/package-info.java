/** Reads the files of other trackers and Cairn's own export, and writes the latter. */
@NullMarked
package dev.cairn.interchange;

import org.jspecify.annotations.NullMarked;
