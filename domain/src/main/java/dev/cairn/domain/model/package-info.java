/** Providers of language models, and what an answer of a model is. */
@NullMarked
package dev.cairn.domain.model;

import org.jspecify.annotations.NullMarked;
