/** The rules between the rows, as questions that a sound database answers with nothing. */
@NullMarked
package dev.cairn.persistence.verify;

import org.jspecify.annotations.NullMarked;
