package dev.cairn.http.event;

/** An answer that goes on: a stream of events. */
sealed interface EventFlow permits EventBody {}
