package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;

/** On whose behalf a use case runs (R6). In local single-user mode it is the built-in owner. */
public record Caller(Id<User> userId, String name) {}
