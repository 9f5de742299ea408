/** The route at the base of the API. */
@NullMarked
package dev.cairn.http.index;

import org.jspecify.annotations.NullMarked;
