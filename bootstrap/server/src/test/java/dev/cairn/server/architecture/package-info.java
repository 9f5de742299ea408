/** The rules of the house that the poms cannot enforce. */
@NullMarked
package dev.cairn.server.architecture;

import org.jspecify.annotations.NullMarked;
