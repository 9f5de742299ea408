package dev.cairn.http.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.Opening;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.user.User;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** A new project and the options of its opening. */
@Introspected
record NewProject(
        String key,
        List<Id<User>> agents,
        boolean intake,
        @JsonUnwrapped Partial<ProjectContent> content) {
    CreateProject command() {
        return new CreateProject(key, content.create("name", ProjectContent::named), new Opening(intake, agents));
    }
}
