/** Users, their accounts, sessions and tokens, and the caller of a use case. */
@NullMarked
package dev.cairn.domain.user;

import org.jspecify.annotations.NullMarked;
