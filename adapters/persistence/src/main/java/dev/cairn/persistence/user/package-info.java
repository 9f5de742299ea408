/** The stores of users, accounts, sessions, API tokens and preferences. */
@NullMarked
package dev.cairn.persistence.user;

import org.jspecify.annotations.NullMarked;
