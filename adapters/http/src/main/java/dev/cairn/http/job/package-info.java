/** The route of background jobs. */
@NullMarked
package dev.cairn.http.job;

import org.jspecify.annotations.NullMarked;
