/** Projects, the roots that own all work. */
@NullMarked
package dev.cairn.domain.project;

import org.jspecify.annotations.NullMarked;
