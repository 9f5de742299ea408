/** Plans the statements that remove a difference, and the lint that finds what is dangerous about them. */
@NullMarked
package dev.cairn.schema.plan;

import org.jspecify.annotations.NullMarked;
