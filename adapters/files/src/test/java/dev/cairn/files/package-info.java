/** Folders: what of them is ignored, and that nothing leads out of them. */
@NullMarked
package dev.cairn.files;

import org.jspecify.annotations.NullMarked;
