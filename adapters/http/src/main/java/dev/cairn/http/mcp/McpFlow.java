package dev.cairn.http.mcp;

/** An answer that goes on until the answer proper. */
sealed interface McpFlow permits McpStream {}
