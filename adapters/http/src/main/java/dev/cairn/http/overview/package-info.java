/** Projects at a glance. */
@NullMarked
package dev.cairn.http.overview;

import org.jspecify.annotations.NullMarked;
