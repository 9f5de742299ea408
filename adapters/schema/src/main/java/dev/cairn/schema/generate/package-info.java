/** Writes migrations and documentation from the rows, and proves that both agree with them. */
@NullMarked
package dev.cairn.schema.generate;

import org.jspecify.annotations.NullMarked;
