/** Routes of artifacts. */
@NullMarked
package dev.cairn.http.artifact;

import org.jspecify.annotations.NullMarked;
