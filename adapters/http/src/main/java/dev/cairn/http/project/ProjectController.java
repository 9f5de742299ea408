package dev.cairn.http.project;

import dev.cairn.application.overview.OverviewService;
import dev.cairn.application.project.ProjectService;
import dev.cairn.application.setting.SettingService;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.project.Assessment;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.project.StatusStatistics;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.Includes;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Parts;
import dev.cairn.http.door.Purge;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import dev.cairn.http.door.Within;
import dev.cairn.http.user.UserNames;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of projects, by id or key. */
@Routes(HttpSettings.BASE + "/projects")
class ProjectController {
    private static final Sort BY_KEY = Sort.by(Sort.asc("key"));

    private final ProjectService projects;
    private final OverviewService overviews;
    private final SettingService settings;
    private final UserNames names;

    ProjectController(ProjectService projects, OverviewService overviews, SettingService settings, UserNames names) {
        this.projects = projects;
        this.overviews = overviews;
        this.settings = settings;
        this.names = names;
    }

    @Introspected
    record Wanted(
            @Parts(Includes.TOTAL) Includes include,
            List<ProjectStatus> status,
            Archived archived,
            @Longest(ProjectFilter.TEXT_MAX) @Nullable String q,
            @Within(min = 0, max = Assessment.MAX) @Nullable Integer minScore,
            Paging paging) {}

    /** The new status of a project. */
    @Introspected
    record NewStatus(ProjectStatus status) {}

    @Post
    @Idempotent
    Created<Project> create(Caller caller, @Body NewProject body) {
        Project project = projects.create(caller, body.command(caller, names));
        return Created.at("/projects/" + project.id(), project, project.lifecycle());
    }

    @Get
    ListBody<Project> list(Caller caller, @RequestBean Wanted wanted) {
        var filter = new ProjectFilter(wanted.status(), wanted.archived(), wanted.q(), wanted.minScore());
        boolean total = wanted.include().has(Includes.TOTAL);
        return ListBody.of(projects.list(caller, filter, wanted.paging().by(ProjectRepository.SORTS, BY_KEY, total)));
    }

    @Get("/statistics")
    ListBody<StatusStatistics> statistics(Caller caller) {
        return ListBody.whole(overviews.statistics(caller));
    }

    @Get("/{project}")
    Versioned<Project> get(Caller caller, ProjectRef project) {
        return versioned(projects.get(caller, project));
    }

    @Patch("/{project}")
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<Project> update(
            Caller caller, ProjectRef project, @Body Partial<ProjectContent> patch, Expected expected) {
        return versioned(projects.update(caller, project, expected, patch));
    }

    @Delete("/{project}")
    void delete(Caller caller, ProjectRef project, @RequestBean Purge how, Expected expected) {
        if (how.purge()) {
            projects.purge(caller, project, expected);
        } else {
            projects.delete(caller, project, expected);
        }
    }

    @Post("/{project}/archive")
    @Idempotent
    Versioned<Project> archive(Caller caller, ProjectRef project, Expected expected) {
        return versioned(projects.archive(caller, project, expected));
    }

    @Post("/{project}/unarchive")
    @Idempotent
    Versioned<Project> unarchive(Caller caller, ProjectRef project, Expected expected) {
        return versioned(projects.unarchive(caller, project, expected));
    }

    @Post("/{project}/restore")
    @Idempotent
    Versioned<Project> restore(Caller caller, ProjectRef project, Expected expected) {
        return versioned(projects.restore(caller, project, expected));
    }

    @Post("/{project}/status")
    @Idempotent
    Versioned<Project> changeStatus(
            Caller caller, ProjectRef project, @Body @MayBeEmpty NewStatus body, Expected expected) {
        return versioned(projects.changeStatus(caller, project, expected, body.status()));
    }

    @Get("/{project}/overview")
    ProjectOverview overview(Caller caller, ProjectRef project) {
        return overviews.get(caller, project);
    }

    @Get("/{project}/settings")
    ProjectSettings settings(Caller caller, ProjectRef project) {
        return settings.ofProject(caller, project);
    }

    @Patch("/{project}/settings")
    @Consumes({"application/json", "application/merge-patch+json"})
    ProjectSettings changeSettings(Caller caller, ProjectRef project, @Body Partial<ProjectSettings> patch) {
        return settings.changeOfProject(caller, project, patch);
    }

    private static Versioned<Project> versioned(Project project) {
        return Versioned.of(project, project.lifecycle());
    }
}
