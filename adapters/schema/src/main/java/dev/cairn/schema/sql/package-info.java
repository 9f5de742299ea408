/** SQL as text: its tokens, its statements, and the names it mentions. */
@NullMarked
package dev.cairn.schema.sql;

import org.jspecify.annotations.NullMarked;
