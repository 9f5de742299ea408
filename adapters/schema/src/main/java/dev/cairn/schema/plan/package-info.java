/** From a difference to the statements that remove it, and what is dangerous about them. */
@NullMarked
package dev.cairn.schema.plan;

import org.jspecify.annotations.NullMarked;
