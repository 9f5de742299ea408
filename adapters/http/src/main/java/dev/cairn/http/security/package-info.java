/** Authentication of requests: checked before routing, on every method and path (ADR 17). */
@NullMarked
package dev.cairn.http.security;

import org.jspecify.annotations.NullMarked;
