/** The schema that the rows declare, and the DDL that creates it. */
@NullMarked
package dev.cairn.schema.model;

import org.jspecify.annotations.NullMarked;
