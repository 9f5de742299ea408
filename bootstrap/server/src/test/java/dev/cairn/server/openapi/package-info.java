/** Describes the HTTP API from its routes, the mapper and the records (OpenAPI 3.1). */
@NullMarked
package dev.cairn.server.openapi;

import org.jspecify.annotations.NullMarked;
