/** Foreign ids kept by imports, and the neutral form in which trackers are read and written. */
@NullMarked
package dev.cairn.domain.interchange;

import org.jspecify.annotations.NullMarked;
