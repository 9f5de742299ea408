/** The administration of a database behind the command line's {@code db} commands. */
@NullMarked
package dev.cairn.schema.admin;

import org.jspecify.annotations.NullMarked;
