/** Routes of imports and exports. */
@NullMarked
package dev.cairn.http.interchange;

import org.jspecify.annotations.NullMarked;
