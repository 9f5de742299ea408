/** The routes of the database itself, for admins. */
@NullMarked
package dev.cairn.http.database;

import org.jspecify.annotations.NullMarked;
