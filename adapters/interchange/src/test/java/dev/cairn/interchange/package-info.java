/** Proves what each format reads and reports. */
@NullMarked
package dev.cairn.interchange;

import org.jspecify.annotations.NullMarked;
