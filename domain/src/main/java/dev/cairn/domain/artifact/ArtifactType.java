package dev.cairn.domain.artifact;

/** The type of an artifact. All but documents can be generated from collected data. */
public enum ArtifactType {
    CONTEXT_DIAGRAM(ArtifactFormat.MERMAID, "Context diagram"),
    USE_CASE_DIAGRAM(ArtifactFormat.MERMAID, "Use-case diagram"),
    CLASS_DIAGRAM(ArtifactFormat.MERMAID, "Class diagram"),
    REQUIREMENTS(ArtifactFormat.MARKDOWN, "Requirements"),
    DOCUMENT(ArtifactFormat.MARKDOWN, "Document");

    private final ArtifactFormat format;
    private final String title;

    ArtifactType(ArtifactFormat format, String title) {
        this.format = format;
        this.title = title;
    }

    /** Returns the format of a generated artifact. */
    public ArtifactFormat format() {
        return format;
    }

    /** Returns the title of a generated artifact. */
    public String title() {
        return title;
    }
}
