package dev.cairn.mcp.tool;

import dev.cairn.domain.user.Caller;

/** On whose behalf a tool is called, and from where. */
public record Asked(Caller caller, Place place) {}
