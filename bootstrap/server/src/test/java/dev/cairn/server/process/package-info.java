/** The server as a process of its own: killed, raced for, and asked by other processes. */
@NullMarked
package dev.cairn.server.process;

import org.jspecify.annotations.NullMarked;
