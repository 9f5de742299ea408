package dev.cairn.persistence.interchange;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** What is known of a row of {@code tickets} that an import has just shown. */
@MappedEntity("tickets")
record ShownTicketRow(@Id long id, String key) {}
