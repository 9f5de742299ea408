/** Looking after a database: what the command line's {@code db} commands do. */
@NullMarked
package dev.cairn.schema.admin;

import org.jspecify.annotations.NullMarked;
