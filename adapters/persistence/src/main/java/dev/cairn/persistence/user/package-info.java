/** The store of users. */
@NullMarked
package dev.cairn.persistence.user;

import org.jspecify.annotations.NullMarked;
