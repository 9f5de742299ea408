package dev.cairn.mcp.work;

import dev.cairn.application.project.ProjectService;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the project of a call: the one that it names, or the one that its agent works in (M4). */
public record Projects(ProjectService projects, TicketService tickets) {
    private static final int PAGES_MAX = 5;
    private static final int NAMED_MAX = 20;

    /** @throws Invalid {@code required} naming what there is, when it cannot be told */
    ProjectRef require(Asked asked, @Nullable String named) {
        return find(asked, named).orElseThrow(() -> unnamed(all(asked.caller())));
    }

    /** Finds the project as {@link #require} does, or else that of the ticket which a call names instead. */
    ProjectRef require(Asked asked, @Nullable String named, @Nullable TicketRef ticket) {
        if (named == null && ticket instanceof TicketRef.ByKey(TicketKey key)) {
            return ProjectRef.parse(key.project().toString());
        }
        boolean mayLook = asked.caller().scopes().contains(Scope.READ);
        return named == null && ticket != null && mayLook
                ? ProjectRef.of(tickets.get(asked.caller(), ticket).ticket().projectId())
                : require(asked, named);
    }

    /** Finds the project as {@link #require} does; empty when it is not determined. */
    Optional<ProjectRef> find(Asked asked, @Nullable String named) {
        Place place = asked.place();
        if (named != null || place.project() != null) {
            return Optional.of(ProjectRef.parse(named == null ? String.valueOf(place.project()) : named));
        }
        List<Project> all = all(asked.caller());
        return inFolder(all, place.folder())
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty())
                .map(project -> ProjectRef.of(project.id()));
    }

    Project get(Asked asked, ProjectRef ref) {
        return projects.get(asked.caller(), ref);
    }

    /** Returns the caller's live projects by key; of very many, only the first pages. */
    public List<Project> all(Caller caller) {
        List<Project> all = new ArrayList<>();
        PageRequest request = new PageRequest(PageRequest.LIMIT_MAX, null, Sort.by(Sort.asc("key")), false);
        for (int page = 0; page < PAGES_MAX; page++) {
            Page<Project> found = projects.list(caller, ProjectFilter.LIVE, request);
            all.addAll(found.items());
            if (found.nextCursor() == null) {
                break;
            }
            request = request.at(found.nextCursor());
        }
        return all;
    }

    /** The project whose folder this is, or the nearest around it. */
    private static Optional<Project> inFolder(List<Project> all, @Nullable String folder) {
        return folder == null
                ? Optional.empty()
                : all.stream()
                        .filter(project -> isWithin(folder, project.content().localPath()))
                        .max(Comparator.comparingInt(project ->
                                String.valueOf(project.content().localPath()).length()));
    }

    private static boolean isWithin(String folder, @Nullable String localPath) {
        try {
            return localPath != null
                    && Path.of(folder).normalize().startsWith(Path.of(localPath).normalize());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Invalid unnamed(List<Project> all) {
        String known = all.isEmpty()
                ? "there is none yet: a person makes one with POST /api/v1/projects, or cairn import --create"
                : "there are "
                        + all.stream()
                                .limit(NAMED_MAX)
                                .map(project -> project.key().toString())
                                .collect(Collectors.joining(", "));
        return Invalid.of(ErrorCode.REQUIRED, "project", "Name the project; " + known);
    }
}
