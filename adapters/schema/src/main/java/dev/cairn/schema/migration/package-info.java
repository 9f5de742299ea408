/** Migrations as files and in databases: applied, rehearsed, taken back, backed up before. */
@NullMarked
package dev.cairn.schema.migration;

import org.jspecify.annotations.NullMarked;
