/** Looking after the database itself: its schema, its migrations, its backups. */
@NullMarked
package dev.cairn.application.database;

import org.jspecify.annotations.NullMarked;
