/** How many statements each use case sends. */
@NullMarked
package dev.cairn.statements;

import org.jspecify.annotations.NullMarked;
