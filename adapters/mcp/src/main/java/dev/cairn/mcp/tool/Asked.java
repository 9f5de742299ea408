package dev.cairn.mcp.tool;

import dev.cairn.domain.user.Caller;
import dev.cairn.mcp.protocol.Call;

/**
 * On whose behalf a tool is called, and from where.
 *
 * @param call may be given up while it waits
 */
public record Asked(Caller caller, Place place, Call call) {}
