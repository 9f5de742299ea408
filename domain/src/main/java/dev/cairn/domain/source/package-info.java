/** What a file's text says of itself: imports, declared names, a summary. All are pure functions of path and text. */
@NullMarked
package dev.cairn.domain.source;

import org.jspecify.annotations.NullMarked;
