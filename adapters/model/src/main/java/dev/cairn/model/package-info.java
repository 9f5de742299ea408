/** Asks language models over HTTP, in the formats of their providers, and sends nothing to where it must not go (ADR 34). */
@NullMarked
package dev.cairn.model;

import org.jspecify.annotations.NullMarked;
