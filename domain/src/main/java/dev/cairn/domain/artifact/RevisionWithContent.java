package dev.cairn.domain.artifact;

/** One revision with what it says. */
public record RevisionWithContent(ArtifactRevision revision, String content) {}
