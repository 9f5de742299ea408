/** SQL as text: its words, its statements, what it mentions. */
@NullMarked
package dev.cairn.schema.sql;

import org.jspecify.annotations.NullMarked;
