package dev.cairn.http.project;

import dev.cairn.application.overview.OverviewService;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.Opening;
import dev.cairn.application.project.ProjectFields;
import dev.cairn.application.project.ProjectService;
import dev.cairn.application.setting.ProjectSettingsFields;
import dev.cairn.application.setting.SettingService;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.user.User;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
import dev.cairn.http.wire.Conditional;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Projects: {@code p} is an id or a key. */
@Controller(HttpSettings.BASE + "/projects")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProjectController {
    private static final Sort BY_KEY = Sort.by(Sort.asc("key"));

    private final Api api;
    private final ProjectService projects;
    private final OverviewService overviews;
    private final SettingService settings;

    ProjectController(Api api, ProjectService projects, OverviewService overviews, SettingService settings) {
        this.api = api;
        this.projects = projects;
        this.overviews = overviews;
        this.settings = settings;
    }

    @Post
    HttpResponse<byte[]> create(HttpRequest<byte[]> request) {
        return api.post(request, object -> {
            CreateProject command = command(object);
            return () -> {
                Project project = projects.create(api.caller(), command);
                return Reply.created(project, HttpSettings.BASE + "/projects/" + project.id(), project.lifecycle());
            };
        });
    }

    @Get
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String archived,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String minScore,
            @QueryValue @Nullable String include,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var includes = query.includes(Set.of(Query.TOTAL)).allowing(Query.TOTAL, Set.of());
        ProjectFilter filter = new ProjectFilter(
                query.values("status", ProjectStatus.class),
                query.archived(),
                query.text("q", ProjectFilter.TEXT_MAX),
                query.optionalNumber("minScore"));
        var page = query.page(ProjectRepository.SORTS, BY_KEY, includes.has(Query.TOTAL));
        return api.answer(request, query.reply(projects.list(api.caller(), filter, page)));
    }

    @Get("/statistics")
    HttpResponse<byte[]> statistics(HttpRequest<?> request) {
        return api.answer(request, new Query(request).reply(overviews.statistics(api.caller()), null, null));
    }

    @Get("/{p}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String p) {
        return api.answer(request, reply(projects.get(api.caller(), ProjectRef.parse(p))));
    }

    @Patch("/{p}")
    @Conditional
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request, String p) {
        ProjectFields fields = api.body(request).as(ProjectFields.class);
        return api.answer(
                request, reply(projects.update(api.caller(), ProjectRef.parse(p), api.expected(request), fields)));
    }

    @Delete("/{p}")
    @Conditional
    HttpResponse<byte[]> delete(HttpRequest<?> request, String p, @QueryValue @Nullable String purge) {
        ProjectRef ref = ProjectRef.parse(p);
        if (new Query(request).flag("purge")) {
            projects.purge(api.caller(), ref, api.expected(request));
        } else {
            projects.delete(api.caller(), ref, api.expected(request));
        }
        return api.noContent();
    }

    @Post("/{p}/archive")
    @Conditional
    HttpResponse<byte[]> archive(HttpRequest<byte[]> request, String p) {
        return api.action(
                request, _ -> () -> reply(projects.archive(api.caller(), ProjectRef.parse(p), api.expected(request))));
    }

    @Post("/{p}/unarchive")
    @Conditional
    HttpResponse<byte[]> unarchive(HttpRequest<byte[]> request, String p) {
        return api.action(
                request,
                _ -> () -> reply(projects.unarchive(api.caller(), ProjectRef.parse(p), api.expected(request))));
    }

    @Post("/{p}/restore")
    @Conditional
    HttpResponse<byte[]> restore(HttpRequest<byte[]> request, String p) {
        return api.action(
                request, _ -> () -> reply(projects.restore(api.caller(), ProjectRef.parse(p), api.expected(request))));
    }

    @Post("/{p}/status")
    @Conditional
    HttpResponse<byte[]> changeStatus(HttpRequest<byte[]> request, String p) {
        return api.action(request, object -> {
            ProjectStatus status = object.require("status", ProjectStatus.class);
            return () -> reply(projects.changeStatus(api.caller(), ProjectRef.parse(p), api.expected(request), status));
        });
    }

    @Get("/{p}/overview")
    HttpResponse<byte[]> overview(HttpRequest<?> request, String p) {
        return api.answer(request, Reply.ok(overviews.get(api.caller(), ProjectRef.parse(p))));
    }

    @Get("/{p}/settings")
    HttpResponse<byte[]> settings(HttpRequest<?> request, String p) {
        return api.answer(request, Reply.ok(settings.ofProject(api.caller(), ProjectRef.parse(p))));
    }

    @Patch("/{p}/settings")
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> changeSettings(HttpRequest<byte[]> request, String p) {
        BodyObject object = api.body(request);
        return api.answer(
                request,
                Reply.ok(settings.changeOfProject(
                        api.caller(), ProjectRef.parse(p), object.as(ProjectSettingsFields.class))));
    }

    @SuppressWarnings("unchecked") // ids of users
    private static CreateProject command(BodyObject object) {
        String key = object.require("key", String.class);
        List<Id<User>> agents = (List<Id<User>>) (List<?>) object.takeList("agents", Id.class);
        Opening opening = new Opening(object.flag("intake"), agents);
        return new CreateProject(key, object.as(ProjectFields.class), opening);
    }

    private static Reply reply(Project project) {
        return Reply.ok(project, project.lifecycle());
    }
}
