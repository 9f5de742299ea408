package dev.cairn.application.pack;

import dev.cairn.application.relevance.FileRanking;
import dev.cairn.application.selection.NamedFiles;
import dev.cairn.application.selection.SelectedFile;
import dev.cairn.application.selection.SelectionService;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.relevance.RelevantFile;
import dev.cairn.domain.relevance.SoughtWords;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Selects the files of a pack and their order, inside a transaction. */
public record PackedFiles(
        ProjectRepository projects, NamedFiles named, SelectionService selections, FileRanking ranking) {
    /** @param indexed null for one that the index leaves out */
    record Wanted(String path, @Nullable ProjectFile indexed) {}

    List<Wanted> wanted(
            Caller caller, Project project, PackRequest request, List<Ticket> tickets, boolean indexedOnly) {
        List<RelevantFile> ranked = tickets.isEmpty() ? List.of() : ranked(project, tickets);
        Map<String, Integer> places = new HashMap<>();
        ranked.forEach(each -> places.put(each.file().path(), places.size()));
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        chosen(caller, project, request, indexedOnly).stream()
                .sorted(Comparator.<Wanted>comparingInt(file -> places.getOrDefault(file.path(), Integer.MAX_VALUE))
                        .thenComparing(Wanted::path))
                .forEach(file -> wanted.put(file.path(), file));
        ranked.stream()
                .filter(each -> !wanted.containsKey(each.file().path()))
                .limit(request.relevant())
                .map(each -> new Wanted(each.file().path(), each.file()))
                .toList()
                .forEach(file -> wanted.put(file.path(), file));
        return List.copyOf(wanted.values());
    }

    private List<RelevantFile> ranked(Project project, List<Ticket> tickets) {
        String text =
                tickets.stream().map(Ticket::content).map(SoughtWords::text).collect(Collectors.joining("\n"));
        List<Id<ProjectFile>> suggested = tickets.stream()
                .flatMap(ticket -> ticket.content().suggestedFileIds().stream())
                .map(id -> new Id<ProjectFile>(id.value()))
                .distinct()
                .toList();
        return ranking.rank(project.id(), SoughtWords.of(text), suggested);
    }

    private List<Wanted> chosen(Caller caller, Project project, PackRequest request, boolean indexedOnly) {
        List<String> names = request.files();
        if (names == null) {
            return selections.of(caller.userId(), project.id()).stream()
                    .map(SelectedFile::file)
                    .map(file -> new Wanted(file.path(), file))
                    .toList();
        }
        Map<String, ProjectFile> found = named.find(project.id(), names);
        List<Wanted> chosen = new ArrayList<>();
        for (String name : names) {
            ProjectFile file = found.get(name);
            if (file != null) {
                chosen.add(new Wanted(file.path(), file));
            } else if (indexedOnly || Id.isId(name)) {
                throw NotFound.of("file", Text.excerpt(name));
            } else {
                projects.require(Access.write(caller), ProjectRef.of(project.id()));
                chosen.add(new Wanted(name, null));
            }
        }
        return chosen;
    }
}
