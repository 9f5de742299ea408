package dev.cairn.application.selection;

import dev.cairn.domain.file.ProjectFile;
import org.jspecify.annotations.Nullable;

/** A file that somebody chose, and why, if they said so. */
public record SelectedFile(ProjectFile file, @Nullable String reason) {}
