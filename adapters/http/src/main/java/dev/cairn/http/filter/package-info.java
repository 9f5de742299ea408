/** The filters of every request, whatever its route. */
@NullMarked
package dev.cairn.http.filter;

import org.jspecify.annotations.NullMarked;
