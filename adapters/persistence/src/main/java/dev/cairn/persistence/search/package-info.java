/** Full-text search on both engines. */
@NullMarked
package dev.cairn.persistence.search;

import org.jspecify.annotations.NullMarked;
