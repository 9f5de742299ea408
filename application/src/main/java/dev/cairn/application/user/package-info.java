/** The callers of use cases. */
@NullMarked
package dev.cairn.application.user;

import org.jspecify.annotations.NullMarked;
