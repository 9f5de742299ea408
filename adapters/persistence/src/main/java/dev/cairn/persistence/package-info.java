/** Rows, mappers, stores and transactions on SQLite and PostgreSQL. */
@NullMarked
package dev.cairn.persistence;

import org.jspecify.annotations.NullMarked;
