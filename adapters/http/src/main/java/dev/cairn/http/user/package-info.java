/** Routes of accounts, sessions, users, API tokens and preferences. */
@NullMarked
package dev.cairn.http.user;

import org.jspecify.annotations.NullMarked;
