/** The port to language models, and the use cases of their providers. */
@NullMarked
package dev.cairn.application.model;

import org.jspecify.annotations.NullMarked;
