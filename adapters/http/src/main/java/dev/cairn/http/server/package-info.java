/** The sockets: where the server listens, and how long it waits. */
@NullMarked
package dev.cairn.http.server;

import org.jspecify.annotations.NullMarked;
