/** The stores of artifacts and their revisions. */
@NullMarked
package dev.cairn.persistence.artifact;

import org.jspecify.annotations.NullMarked;
