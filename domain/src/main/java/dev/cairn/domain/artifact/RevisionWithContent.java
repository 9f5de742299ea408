package dev.cairn.domain.artifact;

/** A revision with its text. */
public record RevisionWithContent(ArtifactRevision revision, String content) {}
