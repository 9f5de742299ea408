package dev.cairn.application.selection;

import dev.cairn.domain.file.ProjectFile;
import org.jspecify.annotations.Nullable;

/** A selected file, with the reason if one was given. */
public record SelectedFile(ProjectFile file, @Nullable String reason) {}
