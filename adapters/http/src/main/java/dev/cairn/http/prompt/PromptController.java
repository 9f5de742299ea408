package dev.cairn.http.prompt;

import dev.cairn.application.prompt.PromptService;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.prompt.PromptFilter;
import dev.cairn.domain.prompt.PromptRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import org.jspecify.annotations.Nullable;

/** The routes of prompts, of projects and of none. */
@Routes(HttpSettings.BASE)
class PromptController {
    private static final Sort BY_TITLE = Sort.by(Sort.asc("title"));

    private final PromptService prompts;

    PromptController(PromptService prompts) {
        this.prompts = prompts;
    }

    @Introspected
    record Wanted(
            @Longest(PromptContent.LABEL_MAX) @Nullable String label,
            @Longest(PromptFilter.TEXT_MAX) @Nullable String q,
            Paging paging) {
        PromptFilter filter() {
            return new PromptFilter(null, label, q);
        }

        PageRequest page() {
            return paging.by(PromptRepository.SORTS, BY_TITLE);
        }
    }

    @Post("/prompts")
    @Idempotent
    Created<Prompt> create(Caller caller, @Body NewPrompt body) {
        return created(prompts.create(caller, null, body.whole()));
    }

    @Get("/prompts")
    ListBody<Prompt> list(Caller caller, @RequestBean Wanted wanted) {
        return ListBody.of(prompts.list(caller, null, wanted.filter(), wanted.page()));
    }

    @Post("/projects/{project}/prompts")
    @Idempotent
    Created<Prompt> createInProject(Caller caller, ProjectRef project, @Body NewPrompt body) {
        return created(prompts.create(caller, project, body.whole()));
    }

    @Get("/projects/{project}/prompts")
    ListBody<Prompt> listInProject(Caller caller, ProjectRef project, @RequestBean Wanted wanted) {
        return ListBody.of(prompts.list(caller, project, wanted.filter(), wanted.page()));
    }

    @Get("/prompts/{prompt}")
    Versioned<Prompt> get(Caller caller, Id<Prompt> prompt) {
        return versioned(prompts.get(caller, prompt));
    }

    @Patch("/prompts/{prompt}")
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<Prompt> update(Caller caller, Id<Prompt> prompt, @Body Partial<PromptContent> patch, Expected expected) {
        return versioned(prompts.update(caller, prompt, expected, patch));
    }

    @Delete("/prompts/{prompt}")
    void delete(Caller caller, Id<Prompt> prompt, Expected expected) {
        prompts.delete(caller, prompt, expected);
    }

    @Post("/prompts/{prompt}/restore")
    @Idempotent
    Versioned<Prompt> restore(Caller caller, Id<Prompt> prompt, Expected expected) {
        return versioned(prompts.restore(caller, prompt, expected));
    }

    private static Created<Prompt> created(Prompt prompt) {
        return Created.at("/prompts/" + prompt.id(), prompt, prompt.lifecycle());
    }

    private static Versioned<Prompt> versioned(Prompt prompt) {
        return Versioned.of(prompt, prompt.lifecycle());
    }
}
