/** The route of what Cairn does by itself. */
@NullMarked
package dev.cairn.http.job;

import org.jspecify.annotations.NullMarked;
