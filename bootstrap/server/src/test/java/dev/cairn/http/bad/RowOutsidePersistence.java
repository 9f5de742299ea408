package dev.cairn.http.bad;

import dev.cairn.persistence.bad.LooseRow;

/** Bad: a row that left persistence. */
public record RowOutsidePersistence(LooseRow row) {}
