/** One writer and many readers of a SQLite file, the statements they keep, commits in groups, and the file itself (ADR 28). */
@NullMarked
package dev.cairn.sqlite;

import org.jspecify.annotations.NullMarked;
