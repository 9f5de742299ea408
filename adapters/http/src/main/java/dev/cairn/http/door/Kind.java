package dev.cairn.http.door;

import dev.cairn.domain.ticket.LinkKind;

/** A kind of link in a path. A converter to {@link LinkKind} itself would also read the database's constants. */
public record Kind(LinkKind value) {}
