/** What every store is made of: rows, conversions, pages and the generic store of roots. */
@NullMarked
package dev.cairn.persistence.kernel;

import org.jspecify.annotations.NullMarked;
