/** Use cases of projects. */
@NullMarked
package dev.cairn.application.project;

import org.jspecify.annotations.NullMarked;
