/** The writer and the readers of a SQLite file, their prepared statements, group commits, and the file itself (ADR 28). */
@NullMarked
package dev.cairn.sqlite;

import org.jspecify.annotations.NullMarked;
