package dev.cairn.domain.bad;

import dev.cairn.application.work.Act;

/** Bad: imports against the direction of the layers. */
public record DomainThatKnowsTheApplication(Act act) {}
