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
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What the caller chose of a project's files, as a set (R52). */
@Controller(HttpSettings.BASE + "/projects/{project}/selection")
@ExecuteOn(TaskExecutors.BLOCKING)
class SelectionController {
    private final SelectionService selections;

    SelectionController(SelectionService selections) {
        this.selections = selections;
    }

    @Get
    Items<SelectedFile> get(Caller caller, ProjectRef project) {
        return new Items<>(selections.get(caller, project));
    }

    @Put
    Items<SelectedFile> replace(Caller caller, ProjectRef project, @Body SelectFiles body) {
        return new Items<>(selections.replace(caller, project, body));
    }

    @Post("/add")
    @Idempotent
    Items<SelectedFile> add(Caller caller, ProjectRef project, @Body SelectFiles body) {
        return new Items<>(selections.add(caller, project, body));
    }

    @Post("/remove")
    @Idempotent
    Items<SelectedFile> remove(Caller caller, ProjectRef project, @Body DeselectFiles body) {
        return new Items<>(selections.remove(caller, project, body));
    }
}
