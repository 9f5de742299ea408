/** The memories of agents and projects, with their ranking. */
@NullMarked
package dev.cairn.domain.memory;

import org.jspecify.annotations.NullMarked;
