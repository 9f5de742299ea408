/** Rows, mappers, repositories and migrations for SQLite and PostgreSQL. */
@NullMarked
package dev.cairn.persistence;

import org.jspecify.annotations.NullMarked;
