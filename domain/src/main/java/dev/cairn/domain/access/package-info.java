/** Permissions in a project: roles, and the access that every use case names. */
@NullMarked
package dev.cairn.domain.access;

import org.jspecify.annotations.NullMarked;
