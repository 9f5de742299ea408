/** Use cases of what agents and projects remember (R48). */
@NullMarked
package dev.cairn.application.memory;

import org.jspecify.annotations.NullMarked;
