/** A project at a glance: counts over all that belongs to it. */
@NullMarked
package dev.cairn.domain.overview;

import org.jspecify.annotations.NullMarked;
