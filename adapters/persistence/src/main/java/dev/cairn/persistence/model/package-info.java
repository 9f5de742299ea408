/** Providers of models in the database. */
@NullMarked
package dev.cairn.persistence.model;

import org.jspecify.annotations.NullMarked;
