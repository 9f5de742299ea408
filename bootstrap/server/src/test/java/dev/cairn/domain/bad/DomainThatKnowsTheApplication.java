package dev.cairn.domain.bad;

import dev.cairn.application.work.Changes;

/** Bad: imports against the direction of the layers. */
public record DomainThatKnowsTheApplication(Changes changes) {}
