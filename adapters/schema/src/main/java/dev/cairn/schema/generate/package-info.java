/** Writes migrations and documentation from the rows, and proves that what is written says the same as they do. */
@NullMarked
package dev.cairn.schema.generate;

import org.jspecify.annotations.NullMarked;
