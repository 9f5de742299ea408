/** The rules of the use cases, on a real SQLite file. */
@NullMarked
package dev.cairn.usecase;

import org.jspecify.annotations.NullMarked;
