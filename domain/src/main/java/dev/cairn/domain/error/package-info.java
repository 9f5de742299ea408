/** The sealed hierarchy of errors that a caller can cause, with their stable codes. */
@NullMarked
package dev.cairn.domain.error;

import org.jspecify.annotations.NullMarked;
