package dev.cairn.http.file;

import dev.cairn.application.file.FileService;
import dev.cairn.application.file.FileService.Edge;
import dev.cairn.domain.file.FileFilter;
import dev.cairn.domain.file.FileText;
import dev.cairn.domain.file.LineRange;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Routes;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The files of projects, as the index knows them, and their contents as they are on the disk (R50). */
@Routes(HttpSettings.BASE)
record FileController(FileService files) {
    private static final Sort BY_PATH = Sort.by(Sort.asc("path"));
    private static final int LINES_LENGTH_MAX = 20;

    @Introspected
    record Wanted(
            @Longest(ProjectFile.PATH_BYTES_MAX) @Nullable String path,
            @Longest(SearchQuery.TEXT_MAX) @Nullable String q,
            @Longest(ProjectFile.EXTENSION_MAX) @Nullable String extension,
            @Nullable Instant changed,
            Paging paging) {}

    @Introspected
    record Lines(@Longest(LINES_LENGTH_MAX) @Nullable String lines) {}

    @Get("/projects/{project}/files")
    ListBody<ProjectFile> list(Caller caller, ProjectRef project, @RequestBean Wanted wanted) {
        var filter = new FileFilter(null, wanted.path(), wanted.q(), wanted.extension(), wanted.changed());
        return ListBody.of(
                files.list(caller, project, filter, wanted.paging().by(ProjectFileRepository.SORTS, BY_PATH)));
    }

    @Get("/files/{file}")
    ProjectFile get(Caller caller, Id<ProjectFile> file) {
        return files.get(caller, file);
    }

    @Get("/files/{file}/content")
    FileText content(Caller caller, Id<ProjectFile> file, @RequestBean Lines wanted) {
        return files.content(caller, file, LineRange.parse(wanted.lines()));
    }

    @Get("/files/{file}/imports")
    ListBody<Edge> imports(Caller caller, Id<ProjectFile> file) {
        return ListBody.whole(files.imports(caller, file));
    }

    @Get("/files/{file}/importers")
    ListBody<Edge> importers(Caller caller, Id<ProjectFile> file) {
        return ListBody.whole(files.importers(caller, file));
    }
}
