/**
 * The one room for JSON, which every adapter may enter: the strict mapper, the reader of fields, trees, and the form of
 * times (ADR 26).
 */
@NullMarked
package dev.cairn.json;

import org.jspecify.annotations.NullMarked;
