/** Projects at a glance. */
@NullMarked
package dev.cairn.application.overview;

import org.jspecify.annotations.NullMarked;
