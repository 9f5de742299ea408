/** SQL as text: its words, its statements, what it mentions. */
@NullMarked
package dev.cairn.persistence.schema.sql;

import org.jspecify.annotations.NullMarked;
