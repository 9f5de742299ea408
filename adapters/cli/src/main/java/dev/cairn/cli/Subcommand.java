package dev.cairn.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParentCommand;

/** A command below {@code cairn}. */
abstract class Subcommand {
    @ParentCommand
    @Nullable
    CairnCommand cairn;

    final CairnCommand parent() {
        return Objects.requireNonNull(cairn);
    }
}
