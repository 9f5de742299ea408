/** Settings of the system, of users and of projects, in one place. */
@NullMarked
package dev.cairn.domain.setting;

import org.jspecify.annotations.NullMarked;
