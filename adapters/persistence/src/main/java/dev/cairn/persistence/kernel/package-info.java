/** The common parts of all stores: rows, conversions, pages and the generic store of roots. */
@NullMarked
package dev.cairn.persistence.kernel;

import org.jspecify.annotations.NullMarked;
