package dev.cairn.mcp.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.application.relevance.RelevanceService;
import dev.cairn.application.selection.SelectedFile;
import dev.cairn.application.selection.SelectionService;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.relevance.RelevantFile;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files as links: what they are, without their contents. */
public record FileLinks(SelectionService selections, RelevanceService relevance) {
    private static final int ABOUT_MAX = 120;

    /** A file that was chosen, or that matters to a ticket. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(
            String path,
            @Nullable String about,
            @Nullable Boolean selected,
            @Nullable Double score) {
        static Link of(ProjectFile file, boolean selected, @Nullable Double score) {
            return new Link(file.path(), Shown.cut(file.summary(), ABOUT_MAX), selected ? true : null, score);
        }
    }

    /** Returns the files that the caller selected in the project; none for a caller who may not read. */
    List<Link> selected(Caller caller, ProjectRef project, int limit) {
        return chosen(caller, project).stream()
                .limit(limit)
                .map(file -> Link.of(file, true, null))
                .toList();
    }

    /** Returns the files that the caller selected, then those that matter to a ticket. */
    List<Link> of(Caller caller, ProjectRef project, TicketRef ticket, int limit) {
        List<ProjectFile> chosen = chosen(caller, project);
        Set<ProjectFile> first = new HashSet<>(chosen);
        List<RelevantFile> relevant =
                caller.scopes().contains(Scope.READ) ? relevance.relevant(caller, ticket, limit) : List.of();
        var scores = relevant.stream().collect(Collectors.toMap(RelevantFile::file, RelevantFile::score));
        List<Link> links = new ArrayList<>();
        chosen.stream().limit(limit).forEach(file -> links.add(Link.of(file, true, scores.get(file))));
        relevant.stream()
                .filter(each -> !first.contains(each.file()))
                .limit(limit - links.size())
                .forEach(each -> links.add(Link.of(each.file(), false, each.score())));
        return links;
    }

    private List<ProjectFile> chosen(Caller caller, ProjectRef project) {
        return caller.scopes().contains(Scope.READ)
                ? selections.get(caller, project).stream()
                        .map(SelectedFile::file)
                        .toList()
                : List.of();
    }
}
