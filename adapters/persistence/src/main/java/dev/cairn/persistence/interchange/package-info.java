/** The store of foreign ids. */
@NullMarked
package dev.cairn.persistence.interchange;

import org.jspecify.annotations.NullMarked;
