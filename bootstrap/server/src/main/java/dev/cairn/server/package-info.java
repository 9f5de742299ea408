/** The program: data directory, server, and the wiring of all adapters. */
@NullMarked
package dev.cairn.server;

import org.jspecify.annotations.NullMarked;
