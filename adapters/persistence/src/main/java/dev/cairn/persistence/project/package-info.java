/** The store of projects, their settings and overviews. */
@NullMarked
package dev.cairn.persistence.project;

import org.jspecify.annotations.NullMarked;
