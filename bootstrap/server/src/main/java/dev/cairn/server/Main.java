package dev.cairn.server;

import dev.cairn.cli.CairnCommand;

/** Starts the program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        NativeLibrary.choose();
        int exitCode = CairnCommand.run(new LocalServers(System.getenv()), arguments);
        System.exit(exitCode);
    }
}
