package dev.cairn.domain.model;

import dev.cairn.domain.kernel.Id;

/** Where a secret is stored: it can be opened for this place only (L13). */
public record SecretPlace(String table, String column, Id<?> row) {}
