/** The store of collected data. */
@NullMarked
package dev.cairn.persistence.collected;

import org.jspecify.annotations.NullMarked;
