package dev.cairn.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.server.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** M8: a client's configuration gets one entry, and keeps all else. */
class SetupTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    private Ran setup(String... arguments) {
        return setup(Map.of(), arguments);
    }

    private Ran setup(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("cfg") + "");
        return Ran.of(
                environment,
                Stream.concat(Stream.of("setup"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    /** A client that a desktop starts knows nothing of what the shell has set. */
    @Test
    void theDataOfTheShellIsTheDataOfTheAgentUnlessTheCommandLineNamesOther() throws IOException {
        Map<String, String> shell = Map.of("CAIRN_HOME", home.resolve("data").toString());
        assertThat(setup(shell, "codex", "--user", "--project", "crn").exit()).isZero();
        assertThat(Files.readString(home.resolve(".codex/config.toml")))
                .endsWith("[mcp_servers.cairn.env]\nCAIRN_HOME = \"%s\"\nCAIRN_PROJECT = \"CRN\"\n"
                        .formatted(home.resolve("data")));
        assertThat(setup(shell, "claude", "--user").exit()).isZero();
        JsonNode entry = JSON.readTree(Files.readString(home.resolve(".claude.json")))
                .path("mcpServers")
                .path("cairn");
        assertThat(entry.path("env").path("CAIRN_HOME").asText())
                .isEqualTo(home.resolve("data").toString());
        assertThat(setup(shell, "--url", "http://127.0.0.1:1", "cursor", "--user")
                        .exit())
                .isZero();
        assertThat(Files.readString(home.resolve(".cursor/mcp.json"))).doesNotContain("CAIRN_HOME");
    }

    @ParameterizedTest
    @CsvSource({
        "claude, .claude.json,          mcpServers",
        "cursor, .cursor/mcp.json,      mcpServers",
        "vscode, cfg/Code/User/mcp.json,servers",
        "gemini, .gemini/settings.json, mcpServers"
    })
    void theEntryIsWrittenOnceAndAllElseIsKept(String client, String place, String servers) throws IOException {
        Path file = home.resolve(place);
        Ran dry = setup(client, "--user", "--dry-run");
        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out()).contains(file.toString(), "would get", "\"mcp\"");
        assertThat(file).doesNotExist();

        Ran first = setup(client, "--user");
        assertThat(first.out()).contains(file.toString(), "now has");
        JsonNode made = JSON.readTree(Files.readString(file));
        assertThat(made.path(servers).path("cairn").path("args").path(0).asText())
                .isEqualTo("mcp");

        String before =
                "{\n    \"z\": 1.50,\n    \"%s\": {\n        \"other\": {\"command\": \"x\"},\n".formatted(servers)
                        + "        \"cairn\": {\"command\": \"old\", \"trust\": true, \"env\": {\"A\": \"b\"}}\n    },\n    \"a\": [1]\n}\n";
        Files.writeString(file, before);
        assertThat(setup(client, "--user", "--project", "crn").exit()).isZero();
        String written = Files.readString(file);
        JsonNode after = JSON.readTree(written);
        assertThat(after.fieldNames()).toIterable().containsExactly("z", servers, "a");
        assertThat(written).contains("\n    \"z\": 1.50,");
        assertThat(after.path(servers).path("other").path("command").asText()).isEqualTo("x");
        JsonNode entry = after.path(servers).path("cairn");
        assertThat(entry.path("command").asText()).isNotEqualTo("old");
        assertThat(entry.path("trust").booleanValue()).isTrue();
        assertThat(entry.path("env")).isEqualTo(JSON.readTree("{\"A\":\"b\",\"CAIRN_PROJECT\":\"CRN\"}"));

        Ran again = setup(client, "--user", "--project", "CRN");
        assertThat(again.out()).contains("has it already");
        assertThat(Files.readString(file)).isEqualTo(written);
    }

    @Test
    void codexGetsATableAndKeepsCommentsAndOrder() throws IOException {
        Path file = home.resolve(".codex/config.toml");
        assertThat(setup("codex", "--user").exit()).isZero();
        assertThat(Files.readString(file))
                .startsWith("[mcp_servers.cairn]\ncommand = \"")
                .contains("args = [\"mcp\"]");
        String before = """
                model = "o3" # mine

                [mcp_servers.cairn]
                # ours
                command = "old"
                args = ["x"]
                startup_timeout_sec = 20

                [mcp_servers.other]
                command = "y"
                """;
        Files.writeString(file, before);
        assertThat(setup("codex", "--user", "--data-dir", home.resolve("d").toString())
                        .exit())
                .isZero();
        String after = Files.readString(file);
        assertThat(after)
                .startsWith("model = \"o3\" # mine\n\n[mcp_servers.cairn]\ncommand = \"")
                .contains(
                        "# ours\n",
                        "startup_timeout_sec = 20\n",
                        "[mcp_servers.other]\ncommand = \"y\"\n",
                        "--data-dir")
                .doesNotContain("\"old\"", "\"x\"");
        Ran again = setup("codex", "--user", "--data-dir", home.resolve("d").toString());
        assertThat(again.out()).contains("has it already");
        assertThat(Files.readString(file)).isEqualTo(after);
        Files.writeString(file, "a = 1\n");
        setup("codex", "--user", "--project", "CRN");
        assertThat(Files.readString(file))
                .startsWith("a = 1\n\n[mcp_servers.cairn]")
                .endsWith("CAIRN_PROJECT = \"CRN\"\n");
    }

    /** What is said to be there is there: also beside variables that somebody added, and once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[mcp_servers.cairn]\ncommand = \"old\"\n",
                "[mcp_servers.cairn]\n\n[mcp_servers.cairn.env]\nA = \"b\"\n\"CAIRN_PROJECT\" = \"OLD\"\n",
                "  [ mcp_servers.\"cairn\".env ] # mine\n  A = \"b\"\n\n[mcp_servers.other]\ncommand = \"y\"\n",
                "[mcp_servers.'cairn']"
            })
    void variablesComeIntoATableThatIsThere(String before) throws IOException {
        Path file = home.resolve(".codex/config.toml");
        Files.createDirectories(home.resolve(".codex"));
        Files.writeString(file, before);
        assertThat(setup("codex", "--user", "--project", "CRN").exit()).isZero();
        String after = Files.readString(file);
        assertThat(after)
                .containsOnlyOnce("CAIRN_PROJECT")
                .containsPattern("(?m)^ *\\[ ?mcp_servers\\.\"?cairn\"?\\.env ?].*\nCAIRN_PROJECT = \"CRN\"\n")
                .containsPattern("(?m)^\\[mcp_servers\\.'?cairn'?]\ncommand = .*\nargs = ");
        for (String kept : List.of("A = \"b\"\n", "# mine\n", "[mcp_servers.other]\ncommand = \"y\"\n")) {
            assertThat(after.contains(kept)).as(kept).isEqualTo(before.contains(kept));
        }
        assertThat(setup("codex", "--user", "--project", "CRN").out()).contains("has it already");
        assertThat(Files.readString(file)).isEqualTo(after);
    }

    @Test
    void variablesInsideOfALineAreLeftAndTheEntryIsShown() throws IOException {
        Path file = home.resolve(".codex/config.toml");
        Files.createDirectories(home.resolve(".codex"));
        String before = "[mcp_servers.cairn]\nenv = { A = \"b\" }\n";
        Files.writeString(file, before);
        Ran refused = setup("codex", "--user", "--project", "CRN");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("nothing was written", "CAIRN_PROJECT");
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(setup("codex", "--user").exit()).isZero();
        assertThat(Files.readString(file)).endsWith("env = { A = \"b\" }\n").contains("args = ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[mcp_servers]\ncairn = { command = \"old\" }\n",
                "[mcp_servers]\nother = { command = \"y\" }\n  \"cairn\" = { command = \"old\" }\n[x]\n",
                "[\"mcp_servers\"]\ncairn.command = \"old\"\n",
                "mcp_servers = { cairn = { command = \"old\" } }\n",
                "\"mcp_servers\".'cairn' = { command = \"old\" }\n",
                "mcp_servers.cairn.command = \"old\"\n"
            })
    void anEntryThatIsNoTableOfItsOwnIsNotDeclaredASecondTime(String before) throws IOException {
        Path file = home.resolve(".codex/config.toml");
        Files.createDirectories(home.resolve(".codex"));
        Files.writeString(file, before);
        Ran refused = setup("codex", "--user");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("nothing was written");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void anEntryOfAnotherTableIsNotTakenForTheServers() throws IOException {
        Path file = home.resolve(".codex/config.toml");
        Files.createDirectories(home.resolve(".codex"));
        Files.writeString(file, "[mcp_servers]\nother = { command = \"y\" }\n\n[profiles]\ncairn = \"x\"\n");
        assertThat(setup("codex", "--user").exit()).isZero();
        assertThat(Files.readString(file)).contains("[mcp_servers.cairn]\ncommand = ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void whatIsShownIsWhatIsInTheFile(String client) {
        Map<String, String> shell = Map.of("CAIRN_HOME", home.resolve("data").toString());
        assertThat(setup(shell, client, "--user", "--project", "OLD").out()).contains("CAIRN_HOME", "OLD");
        assertThat(setup(client, "--user").out()).contains("has it already", "CAIRN_HOME", "OLD");
        assertThat(setup(client, "--user", "--project", "NEW").out())
                .contains("now has", "CAIRN_HOME", "NEW")
                .doesNotContain("OLD");
    }

    @Test
    void aTableThatIsIndentedIsAnotherOneToo() throws IOException {
        Path file = home.resolve(".codex/config.toml");
        Files.createDirectories(home.resolve(".codex"));
        String other = "\n  [mcp_servers.other]\n  command = \"y\"\n  args = [\"z\"]\n";
        Files.writeString(file, "[mcp_servers]\n  [mcp_servers.cairn]\n  command = \"old\"\n" + other);
        assertThat(setup("codex", "--user").exit()).isZero();
        assertThat(Files.readString(file)).endsWith(other).doesNotContain("\"old\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ // mine\n}", "[1]", "{\"mcpServers\":7}", "{\"a\":1,}", "not json", "{\"a\":1,\"a\":2}"})
    void whatCannotBeChangedWithoutLossIsLeftAndTheEntryIsShown(String content) throws IOException {
        Path file = Files.writeString(home.resolve(".claude.json"), content);
        Ran refused = setup("claude", "--user");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("nothing was written", "mcpServers", "\"mcp\"");
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void aLinkIsFollowedAndAFileStaysAsOpenAsItWas() throws IOException {
        Path real = Files.writeString(home.resolve("dotfile.json"), "{}");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(home.resolve(".claude.json"), real);
        assertThat(setup("claude", "--user").exit()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("cairn");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .isEqualTo(List.of(".claude.json", "dotfile.json"));
        }
    }

    @Test
    void anotherClientIsToldWhichThereAre() {
        assertThat(setup("emacs").exit()).isEqualTo(2);
        assertThat(setup("emacs").err()).contains("claude, cursor, vscode, codex or gemini");
        assertThat(setup().exit()).isEqualTo(2);
    }
}
