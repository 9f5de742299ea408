package dev.cairn.application.project;

import dev.cairn.domain.project.ProjectContent;

/**
 * A new project.
 *
 * @param key 2 to 10 of A–Z and 0–9; it can never be changed, as it is part of every ticket's key
 */
public record CreateProject(String key, ProjectContent content, Opening opening) {
    public CreateProject(String key, ProjectContent content) {
        this(key, content, Opening.PLAIN);
    }

    public static CreateProject of(String key, String name) {
        return new CreateProject(key, ProjectContent.named(name));
    }
}
