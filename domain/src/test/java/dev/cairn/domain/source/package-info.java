/** Tests of what files' texts say of themselves. */
@NullMarked
package dev.cairn.domain.source;

import org.jspecify.annotations.NullMarked;
