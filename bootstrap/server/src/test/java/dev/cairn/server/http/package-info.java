/** The HTTP API as its clients see it: a real server, a real file, a real client. */
@NullMarked
package dev.cairn.server.http;

import org.jspecify.annotations.NullMarked;
