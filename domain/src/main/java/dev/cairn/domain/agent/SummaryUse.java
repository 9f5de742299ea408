package dev.cairn.domain.agent;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.time.Instant;

/**
 * The model usage of one file summary (R53, T5).
 *
 * @param ownerId whose provider it was
 */
public record SummaryUse(
        Id<SummaryUse> id, Id<Project> projectId, Id<User> ownerId, RunUsage usage, Instant createdAt) {}
