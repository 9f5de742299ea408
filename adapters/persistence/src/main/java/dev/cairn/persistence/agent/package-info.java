/** The stores of agents and of their runs. */
@NullMarked
package dev.cairn.persistence.agent;

import org.jspecify.annotations.NullMarked;
