/** Documents and diagrams of a project, kept revision by revision, and the generators of four of them. */
@NullMarked
package dev.cairn.domain.artifact;

import org.jspecify.annotations.NullMarked;
