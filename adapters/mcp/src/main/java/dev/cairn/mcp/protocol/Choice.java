package dev.cairn.mcp.protocol;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Wire;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the tools a client is offered (M1).
 *
 * @param tools their names; empty means all
 * @param readOnly whether only those are offered that change nothing
 */
public record Choice(Set<String> tools, boolean readOnly) {
    public static final Choice ALL = new Choice(Set.of(), false);

    public Choice {
        tools = Set.copyOf(tools);
    }

    /**
     * Tools by their sets, by their names, or both.
     *
     * @throws Invalid {@code unknown_value} for a name that is none
     */
    public static Choice of(List<String> toolsets, List<String> tools, boolean readOnly) {
        List<String> all = Arrays.stream(Toolset.values())
                .flatMap(set -> set.tools().stream())
                .toList();
        Set<String> chosen = new LinkedHashSet<>();
        for (String name : toolsets) {
            chosen.addAll(Arrays.stream(Toolset.values())
                    .filter(set -> Wire.of(set).equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown("--toolsets", name, Toolset.names()))
                    .tools());
        }
        for (String name : tools) {
            if (!all.contains(name)) {
                throw unknown("--tools", name, all);
            }
            chosen.add(name);
        }
        return new Choice(chosen, readOnly);
    }

    private static Invalid unknown(String option, String name, List<String> known) {
        return Invalid.of(
                ErrorCode.UNKNOWN_VALUE,
                option,
                "%s knows no '%s'; it takes: %s".formatted(option, Text.excerpt(name), String.join(", ", known)));
    }

    boolean takes(String tool, boolean changesNothing) {
        return (tools.isEmpty() || tools.contains(tool)) && (changesNothing || !readOnly);
    }
}
