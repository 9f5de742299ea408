/**
 * The schema engine: rows are the single source of truth. Here is what a row says beyond Micronaut Data's own annotations;
 * {@code model} reads it, {@code catalogue} reads databases and finds the differences, {@code migration} applies and takes
 * back, {@code generate} writes.
 */
@NullMarked
package dev.cairn.schema;

import org.jspecify.annotations.NullMarked;
