package dev.cairn.persistence.file;

import dev.cairn.domain.file.FileImport;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.persistence.kernel.Conversions;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code file_imports}. */
@MappedEntity("file_imports")
record FileImportRow(
        @Id @References(value = ProjectFile.class, onDelete = OnDelete.CASCADE)
        long fromFileId,

        @Id @Length(min = 1, max = FileImport.TARGET_MAX) String target,

        @References(value = ProjectFile.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long toFileId) {
    static FileImportRow of(FileImport edge) {
        return new FileImportRow(edge.fromFileId().value(), edge.target(), Conversions.number(edge.toFileId()));
    }

    FileImport toDomain() {
        return new FileImport(new dev.cairn.domain.kernel.Id<>(fromFileId), target, Conversions.id(toFileId));
    }
}
