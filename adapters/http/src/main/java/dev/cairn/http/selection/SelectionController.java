package dev.cairn.http.selection;

import dev.cairn.application.selection.DeselectFiles;
import dev.cairn.application.selection.SelectFiles;
import dev.cairn.application.selection.SelectedFile;
import dev.cairn.application.selection.SelectionService;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.Items;
import dev.cairn.http.door.Required;
import dev.cairn.http.door.Routes;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of the caller's selected files in a project, as a set (R52). */
@Routes(HttpSettings.BASE + "/projects/{project}/selection")
class SelectionController {
    private final SelectionService selections;

    SelectionController(SelectionService selections) {
        this.selections = selections;
    }

    /** Files, by id or path, and why, for all of them. */
    @Introspected
    record Chosen(@Required List<String> files, @Nullable String reason) {
        SelectFiles command() {
            return new SelectFiles(files, reason);
        }
    }

    /** The files to deselect, by id or path. */
    @Introspected
    record Unchosen(@Required List<String> files) {}

    @Get
    Items<SelectedFile> get(Caller caller, ProjectRef project) {
        return new Items<>(selections.get(caller, project));
    }

    @Put
    Items<SelectedFile> replace(Caller caller, ProjectRef project, @Body Chosen body) {
        return new Items<>(selections.replace(caller, project, body.command()));
    }

    @Post("/add")
    @Idempotent
    Items<SelectedFile> add(Caller caller, ProjectRef project, @Body Chosen body) {
        return new Items<>(selections.add(caller, project, body.command()));
    }

    @Post("/remove")
    @Idempotent
    Items<SelectedFile> remove(Caller caller, ProjectRef project, @Body Unchosen body) {
        return new Items<>(selections.remove(caller, project, new DeselectFiles(body.files())));
    }
}
