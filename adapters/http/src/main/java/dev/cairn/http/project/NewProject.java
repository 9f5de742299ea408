package dev.cairn.http.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.Opening;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.user.UserNames;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** A new project and the options of its opening; agents are named by id or username. */
@Introspected
record NewProject(
        String key,
        List<String> agents,
        boolean intake,
        @JsonUnwrapped Partial<ProjectContent> content) {
    CreateProject command(Caller caller, UserNames names) {
        return new CreateProject(
                key,
                content.create("name", ProjectContent::named),
                new Opening(intake, names.ids(caller, agents, "agents")));
    }
}
