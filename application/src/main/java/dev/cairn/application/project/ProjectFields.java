package dev.cairn.application.project;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.project.ProjectContent;
import org.jspecify.annotations.Nullable;

/** The fields of a project that a client may give, each optional (R10). */
public record ProjectFields(
        Change<String> name,
        Change<String> description,
        Change<@Nullable String> localPath,
        Change<@Nullable String> gitUrl,
        Change<@Nullable String> branch) {

    public ProjectFields {
        Fields.notNull("name", name);
        Fields.notNull("description", description);
    }

    public static ProjectFields named(String name) {
        return new ProjectFields(Change.to(name), Change.keep(), Change.keep(), Change.keep(), Change.keep());
    }

    ProjectContent create() {
        return over(new ProjectContent(Fields.required("name", name), "", null, null, null));
    }

    ProjectContent over(ProjectContent current) {
        return new ProjectContent(
                name.over(current.name()),
                description.over(current.description()),
                localPath.over(current.localPath()),
                gitUrl.over(current.gitUrl()),
                branch.over(current.branch()));
    }
}
