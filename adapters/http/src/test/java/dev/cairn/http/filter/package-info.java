/** What is refused before a route is asked. */
@NullMarked
package dev.cairn.http.filter;

import org.jspecify.annotations.NullMarked;
