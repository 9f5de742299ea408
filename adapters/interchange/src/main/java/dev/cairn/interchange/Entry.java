package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value of a file.
 *
 * @param fault why the value cannot be trusted, if so
 * @param replaced how many texts had characters that are none (NUL, half a surrogate pair) and became U+FFFD
 */
record Entry(JsonNode tree, @Nullable String fault, int replaced) {}
