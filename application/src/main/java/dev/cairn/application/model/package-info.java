/** Asking language models, and use cases of those who provide them. */
@NullMarked
package dev.cairn.application.model;

import org.jspecify.annotations.NullMarked;
