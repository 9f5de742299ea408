/** The store of memories. */
@NullMarked
package dev.cairn.persistence.memory;

import org.jspecify.annotations.NullMarked;
