/** Use cases of the memories of agents and projects (R48). */
@NullMarked
package dev.cairn.application.memory;

import org.jspecify.annotations.NullMarked;
