/** Models against a provider that goes wrong in every way, over real HTTP. */
@NullMarked
package dev.cairn.model;

import org.jspecify.annotations.NullMarked;
