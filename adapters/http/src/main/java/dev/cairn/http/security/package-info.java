/** Who may call at all: checked before routing, on every method and path (reliability.md, "Security of a server on localhost"). */
@NullMarked
package dev.cairn.http.security;

import org.jspecify.annotations.NullMarked;
