package dev.cairn.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The commands for trying things out. */
@Command(
        name = "dev",
        description = "Try things out: a model provider that only pretends.",
        footer = {"", "Example: cairn dev fake-model --port 4748"})
final class DevCommand extends Subcommand implements Runnable {
    private static final int PORT = 4748;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        parent().say(Objects.requireNonNull(spec).commandLine().getUsageMessage());
    }

    @Command(
            name = "fake-model",
            description =
                    "Run a provider of models that repeats what it hears, without a key or a network, until it is stopped.",
            footer = {
                "",
                "It speaks as OpenAI, Anthropic and Ollama do, and goes wrong on request: by a model named",
                "fake-cut, fake-rate-limited, fake-slow, fake-tools, or one of the others in guides/models.md."
            })
    int fakeModel(
            @Option(
                            names = "--port",
                            paramLabel = "PORT",
                            description = "The port on 127.0.0.1 (default: 4748; 0 for any free one).")
                    @Nullable
                    String port) {
        parent().servers()
                .runFakeModel(
                        port == null ? PORT : ServeCommand.number("--port", port),
                        url -> parent().say("""
                                A fake model answers at %1$s
                                In another terminal:
                                  cairn provider create Fake --type custom --base-url %1$s/v1 --default-model fake
                                  cairn provider list
                                  cairn provider test PROVIDER
                                Stop it with Ctrl-C.""".formatted(url)));
        return ExitCode.OK;
    }
}
