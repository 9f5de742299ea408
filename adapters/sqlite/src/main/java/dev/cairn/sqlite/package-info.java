/** The data source of SQLite: one writer, a pool of readers, and the statements they keep. */
@NullMarked
package dev.cairn.sqlite;

import org.jspecify.annotations.NullMarked;
