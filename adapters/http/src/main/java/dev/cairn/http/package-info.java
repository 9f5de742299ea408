/** The HTTP API: settings of its server. */
@NullMarked
package dev.cairn.http;

import org.jspecify.annotations.NullMarked;
