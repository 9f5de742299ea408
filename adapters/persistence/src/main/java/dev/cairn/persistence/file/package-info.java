/** Files of projects, their words, edges and selections in the database. */
@NullMarked
package dev.cairn.persistence.file;

import org.jspecify.annotations.NullMarked;
