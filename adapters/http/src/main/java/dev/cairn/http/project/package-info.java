/** Routes of projects. */
@NullMarked
package dev.cairn.http.project;

import org.jspecify.annotations.NullMarked;
