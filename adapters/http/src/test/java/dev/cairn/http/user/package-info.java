/** The limits of attempts. */
@NullMarked
package dev.cairn.http.user;

import org.jspecify.annotations.NullMarked;
