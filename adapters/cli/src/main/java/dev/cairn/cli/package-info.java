/** The command line: every command but serve is a client of the HTTP API (ADR 6). */
@NullMarked
package dev.cairn.cli;

import org.jspecify.annotations.NullMarked;
