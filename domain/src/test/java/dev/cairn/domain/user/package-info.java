/** The rules of users and accounts, on the records alone. */
@NullMarked
package dev.cairn.domain.user;

import org.jspecify.annotations.NullMarked;
