/** What agents and projects remember. */
@NullMarked
package dev.cairn.domain.memory;

import org.jspecify.annotations.NullMarked;
