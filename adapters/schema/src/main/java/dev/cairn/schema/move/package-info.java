/** Moving everything from one database to another, of any engine (G7). */
@NullMarked
package dev.cairn.schema.move;

import org.jspecify.annotations.NullMarked;
