package dev.cairn.persistence.project;

import dev.cairn.domain.access.Role;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code project_members}, found by both its ids. */
@MappedEntity("project_members")
record MemberRow(@Id long projectId, @Id long userId, Role role, Instant joinedAt) {}
