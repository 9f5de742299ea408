/** Catalogues of databases in the words of their engines, and the differences between two of them. */
@NullMarked
package dev.cairn.schema.catalogue;

import org.jspecify.annotations.NullMarked;
