/** From a difference to the statements that remove it, and what is dangerous about them. */
@NullMarked
package dev.cairn.persistence.schema.plan;

import org.jspecify.annotations.NullMarked;
