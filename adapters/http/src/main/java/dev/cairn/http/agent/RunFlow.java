package dev.cairn.http.agent;

/** An answer that goes on: a run while it is made. */
sealed interface RunFlow permits RunBody {}
