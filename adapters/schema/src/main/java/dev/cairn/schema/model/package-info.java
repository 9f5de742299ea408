/** What the rows say that a database has to be, and the DDL that makes it so. */
@NullMarked
package dev.cairn.schema.model;

import org.jspecify.annotations.NullMarked;
