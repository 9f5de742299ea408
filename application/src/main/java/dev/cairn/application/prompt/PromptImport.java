package dev.cairn.application.prompt;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportReport;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.prompt.PromptRepository;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores the prompts of one file, in slices that let other writers in between. */
final class PromptImport implements Consumer<PromptFormat.Found> {
    private static final int SLICE_SIZE = 20;

    private final UnitOfWork work;
    private final PromptRepository prompts;
    private final ProjectRepository projects;
    private final Caller caller;
    private final @Nullable Id<Project> home;

    private final List<PromptContent> waiting = new ArrayList<>();
    private final Set<String> titles = new HashSet<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private Tally total = new Tally(0, 0, 0);
    private int skipped;

    /** The numbers of prompts by the result of their import. */
    private record Tally(int created, int updated, int unchanged) {
        Tally plus(Tally other) {
            return new Tally(created + other.created, updated + other.updated, unchanged + other.unchanged);
        }
    }

    /** @param home null for prompts of no project */
    PromptImport(
            UnitOfWork work,
            PromptRepository prompts,
            ProjectRepository projects,
            Caller caller,
            @Nullable Id<Project> home) {
        this.work = work;
        this.prompts = prompts;
        this.projects = projects;
        this.caller = caller;
        this.home = home;
    }

    @Override
    public void accept(PromptFormat.Found found) {
        switch (found) {
            case PromptFormat.Refused(ImportProblem problem) -> skip(problem);
            case PromptFormat.Read(String place, PromptContent content) -> {
                if (!titles.add(Text.uniqueKey(content.title()))) {
                    skip(new ImportProblem(
                            place,
                            "duplicate",
                            "Left out: a prompt before it has the title '%s'"
                                    .formatted(Text.excerpt(content.title()))));
                    return;
                }
                waiting.add(content);
                if (waiting.size() == SLICE_SIZE) {
                    flush();
                }
            }
        }
    }

    ImportReport report() {
        flush();
        return new ImportReport(total.created(), total.updated(), total.unchanged(), skipped, problems);
    }

    private void skip(ImportProblem problem) {
        skipped++;
        if (problems.size() < ImportReport.PROBLEMS_MAX) {
            problems.add(problem);
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            List<PromptContent> slice = List.copyOf(waiting);
            waiting.clear();
            total = total.plus(work.bulk(caller, act -> stored(act, slice)));
        }
    }

    private Tally stored(Act act, List<PromptContent> slice) {
        if (home != null) {
            projects.require(Access.write(caller), home).requireWritable();
        }
        Map<String, List<Prompt>> known =
                prompts
                        .findByTitles(
                                home, slice.stream().map(PromptContent::title).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                prompt -> Text.uniqueKey(prompt.content().title())));
        List<Prompt> created = new ArrayList<>();
        List<Prompt> before = new ArrayList<>();
        List<Prompt> after = new ArrayList<>();
        for (PromptContent brought : slice) {
            List<Prompt> same = known.getOrDefault(Text.uniqueKey(brought.title()), List.of());
            if (same.stream().anyMatch(prompt -> prompt.content().equals(brought))) {
                continue;
            }
            Prompt own = same.stream().filter(this::isOurs).findFirst().orElse(null);
            if (own == null) {
                created.add(Prompt.create(act.newId(), home, caller.userId(), brought, act.now()));
            } else {
                before.add(own);
                after.add(own.edit(brought, act.now()));
            }
        }
        store(act, created, before, after);
        return new Tally(created.size(), after.size(), slice.size() - created.size() - after.size());
    }

    private void store(Act act, List<Prompt> created, List<Prompt> before, List<Prompt> after) {
        prompts.insertAll(created).forEach(prompt -> act.record(ActivityType.PROMPT_CREATED, prompt));
        prompts.storeAll(after);
        for (int i = 0; i < after.size(); i++) {
            Prompt stored = after.get(i);
            PromptService.updated(
                    act, before.get(i), stored.withLifecycle(stored.lifecycle().stored()));
        }
    }

    private boolean isOurs(Prompt prompt) {
        return home != null || prompt.ownerId().equals(caller.userId());
    }
}
