/** Use cases of artifacts. */
@NullMarked
package dev.cairn.application.artifact;

import org.jspecify.annotations.NullMarked;
