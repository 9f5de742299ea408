/** Routes of providers of models, and of the secrets that are stored. */
@NullMarked
package dev.cairn.http.model;

import org.jspecify.annotations.NullMarked;
