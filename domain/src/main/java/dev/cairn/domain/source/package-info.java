/** Facts from a file's source text: imports, declared names and a summary. All are pure functions of path and text. */
@NullMarked
package dev.cairn.domain.source;

import org.jspecify.annotations.NullMarked;
