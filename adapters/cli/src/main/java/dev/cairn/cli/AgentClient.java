package dev.cairn.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The clients of agents that can be set up, and the place where each keeps its configuration. */
enum AgentClient {
    CLAUDE(
            "Claude Code",
            ".mcp.json",
            "mcpServers",
            "Start claude in this folder and allow the server; /mcp shows it."),
    CURSOR("Cursor", ".cursor/mcp.json", "mcpServers", "Open Cursor's settings, MCP: cairn is there; switch it on."),
    VSCODE(
            "VS Code",
            ".vscode/mcp.json",
            "servers",
            "Run the command \"MCP: List Servers\", choose cairn, and start it."),
    CODEX("Codex", ".codex/config.toml", "mcp_servers", "Start codex anew; /mcp shows cairn."),
    GEMINI("Gemini CLI", ".gemini/settings.json", "mcpServers", "Start gemini anew; /mcp shows cairn.");

    private final String title;
    private final String inFolder;
    private final String servers;
    private final String next;

    AgentClient(String title, String inFolder, String servers, String next) {
        this.title = title;
        this.inFolder = inFolder;
        this.servers = servers;
        this.next = next;
    }

    String title() {
        return title;
    }

    /** The name of the object, or table, that holds the servers. */
    String servers() {
        return servers;
    }

    /** Returns the step that the user has to take in the client after setup, as one sentence. */
    String next() {
        return next;
    }

    /** Returns the configuration file for this folder alone, which people who work on the same project can share. */
    Path inFolder(Path folder) {
        return folder.resolve(inFolder);
    }

    /** Returns the configuration file that holds for all folders of this user. */
    Path ofUser(Path home, ServerLauncher environment) {
        return switch (this) {
            case CLAUDE -> home.resolve(".claude.json");
            case CURSOR, GEMINI -> home.resolve(inFolder);
            case CODEX ->
                environment
                        .setting("CODEX_HOME")
                        .map(Path::of)
                        .orElse(home.resolve(".codex"))
                        .resolve("config.toml");
            case VSCODE -> userSettings(home, environment).resolve("Code/User/mcp.json");
        };
    }

    private static Path userSettings(Path home, ServerLauncher environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support");
        }
        Optional<String> named = environment.setting(system.contains("windows") ? "APPDATA" : "XDG_CONFIG_HOME");
        return named.map(Path::of).orElse(home.resolve(system.contains("windows") ? "AppData/Roaming" : ".config"));
    }
}
