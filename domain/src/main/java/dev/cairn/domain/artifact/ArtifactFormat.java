package dev.cairn.domain.artifact;

/** The language of an artifact's content. */
public enum ArtifactFormat {
    TEXT,
    MARKDOWN,
    MERMAID,
    JSON
}
