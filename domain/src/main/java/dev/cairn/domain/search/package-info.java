/** Full-text search over everything with words in it. */
@NullMarked
package dev.cairn.domain.search;

import org.jspecify.annotations.NullMarked;
