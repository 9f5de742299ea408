/** Import from and export to files of other trackers. */
@NullMarked
package dev.cairn.application.interchange;

import org.jspecify.annotations.NullMarked;
