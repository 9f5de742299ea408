package dev.cairn.domain.model;

import dev.cairn.domain.kernel.Id;

/** The database cell of a secret. A secret is encrypted for one place and cannot be opened for another (L13). */
public record SecretPlace(String table, String column, Id<?> row) {}
