package dev.cairn.application.prompt;

import dev.cairn.application.project.PlainPart;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.prompt.PromptFilter;
import dev.cairn.domain.prompt.PromptRepository;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Carries the prompts of a project in its export; a prompt is known by its title. */
public record PromptPart(PromptRepository prompts) implements PlainPart<PromptContent> {
    /** The number of prompts that are read at a time. */
    private static final int PAGE_SIZE = 20;

    private static final Sort BY_TITLE = Sort.by(Sort.asc("title"));

    @Override
    public String kind() {
        return prompts.kind();
    }

    @Override
    public Class<PromptContent> content() {
        return PromptContent.class;
    }

    @Override
    public Iterable<PromptContent> exported(Access access, Id<Project> project) {
        return all(project);
    }

    @Override
    public boolean imported(Act act, Id<Project> project, PromptContent brought) {
        List<Prompt> known = prompts.findByTitles(project, List.of(brought.title()));
        if (known.isEmpty()) {
            Prompt created = Prompt.create(act.newId(), project, act.caller().userId(), brought, act.now());
            act.record(ActivityType.PROMPT_CREATED, prompts.insert(created));
            return true;
        }
        Prompt before = known.getFirst();
        Prompt edited = before.edit(brought, act.now());
        if (edited.equals(before)) {
            return false;
        }
        PromptService.updated(act, before, prompts.update(edited));
        return true;
    }

    /**
     * Answers all live prompts by title, some at a time, within the transaction that is open.
     *
     * @param project null for those of no project
     */
    Iterable<PromptContent> all(@Nullable Id<Project> project) {
        return () -> new Pages(project);
    }

    private final class Pages implements Iterator<PromptContent> {
        private final PromptFilter filter;
        private final Deque<Prompt> read = new ArrayDeque<>();
        private @Nullable PageRequest next = new PageRequest(PAGE_SIZE, null, BY_TITLE, false);

        Pages(@Nullable Id<Project> project) {
            this.filter = PromptFilter.of(project);
        }

        @Override
        public boolean hasNext() {
            if (read.isEmpty() && next != null) {
                Page<Prompt> page = prompts.page(filter, next);
                read.addAll(page.items());
                next = page.nextCursor() == null ? null : next.at(page.nextCursor());
            }
            return !read.isEmpty();
        }

        @Override
        public PromptContent next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return read.remove().content();
        }
    }
}
