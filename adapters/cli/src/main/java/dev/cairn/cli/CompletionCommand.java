package dev.cairn.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** Prints what a shell reads to complete commands. */
@Command(
        name = "completion",
        description = "Print the completion for a shell: bash, zsh or fish.",
        footer = {
            "",
            "Examples:",
            "  eval \"$(cairn completion bash)\"",
            "  cairn completion fish >~/.config/fish/completions/cairn.fish"
        })
final class CompletionCommand extends Subcommand implements Callable<Integer> {
    /** The shells, in lower case, as users type them. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    Shell shell = Shell.bash;

    @Override
    public Integer call() {
        CairnCommand parent = parent();
        CommandLine line = parent.commandLine();
        parent.say(shell == Shell.fish ? fish(line.getCommandSpec()) : AutoComplete.bash("cairn", line));
        return ExitCode.OK;
    }

    /** Nouns first, then the verbs of the noun, then the options of the verb. */
    private static String fish(CommandSpec root) {
        StringBuilder script = new StringBuilder("complete -c cairn -f\n");
        String nouns = String.join(" ", root.subcommands().keySet());
        root.subcommands().forEach((noun, line) -> {
            CommandSpec spec = line.getCommandSpec();
            complete(script, "not __fish_seen_subcommand_from " + nouns, noun, spec);
            String verbs = String.join(" ", spec.subcommands().keySet());
            String inNoun = "__fish_seen_subcommand_from " + noun;
            String before = verbs.isEmpty() ? inNoun : inNoun + "; and not __fish_seen_subcommand_from " + verbs;
            options(script, before, spec);
            spec.subcommands().forEach((verb, each) -> {
                complete(script, before, verb, each.getCommandSpec());
                options(script, inNoun + "; and __fish_seen_subcommand_from " + verb, each.getCommandSpec());
            });
        });
        return script.toString();
    }

    private static void options(StringBuilder script, String when, CommandSpec spec) {
        for (OptionSpec option : spec.options()) {
            String values =
                    option.completionCandidates() == null ? "" : String.join(" ", option.completionCandidates());
            String takes = option.arity().max() == 0 ? "" : values.isEmpty() ? " -r" : " -x -a '" + values + "'";
            script.append("complete -c cairn -n '%s' -l %s%s%n"
                    .formatted(when, option.longestName().replaceFirst("^-+", ""), takes));
        }
    }

    private static void complete(StringBuilder script, String when, String word, CommandSpec spec) {
        String[] about = spec.usageMessage().description();
        String description = about.length == 0 ? "" : about[0].replace("'", "\\'");
        script.append("complete -c cairn -n '%s' -a %s -d '%s'%n".formatted(when, word, description));
    }
}
