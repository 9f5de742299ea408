/** What is checked and added for every request, whatever its route. */
@NullMarked
package dev.cairn.http.filter;

import org.jspecify.annotations.NullMarked;
