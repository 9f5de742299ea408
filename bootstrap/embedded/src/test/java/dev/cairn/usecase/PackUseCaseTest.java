package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.pack.LeftOut;
import dev.cairn.application.pack.Pack;
import dev.cairn.application.pack.PackFormat;
import dev.cairn.application.pack.PackRequest;
import dev.cairn.application.pack.PackedPart;
import dev.cairn.application.pack.PartKind;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.selection.SelectFiles;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.ProjectFolderRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.model.O200kTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packs never lie, and never take more than they may (R52, L34, X6, X7). */
class PackUseCaseTest extends UseCaseTest {
    private static final int ROUNDS = 40;

    private final O200kTokens tokens = new O200kTokens();
    private Path folder = Path.of("");

    @BeforeEach
    void aFolder() throws IOException {
        folder = Files.createDirectories(directory.resolve("folder")).toRealPath();
        cairn.get(Transactions.class).write(() -> {
            cairn.get(ProjectFolderRepository.class).put(project.id(), folder.toString());
            return folder;
        });
    }

    private void file(PutFiles index, String path, String text) throws IOException {
        write(path, text);
        index.put(path, text);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Pack pack(List<TicketRef> tickets, List<String> files, int budget, PackFormat format) {
        return services.packs()
                .pack(owner, CRN, new PackRequest(tickets, files, List.of(), List.of(), null, budget, format));
    }

    private static List<String> names(Pack pack) {
        return pack.parts().stream().map(PackedPart::name).toList();
    }

    /** L34, X6 */
    @ParameterizedTest
    @EnumSource
    void whateverGoesInATextHasTheTokensThatItSaysAndNeverMoreThanTheBudget(PackFormat format) throws IOException {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        System.err.println("seed " + seed + ": again with -Dcairn.seed=" + seed);
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "word ",
                "\n",
                "\n\n",
                "  \n",
                "/",
                "//",
                "```",
                "````java\n",
                "# ",
                "\t",
                "\"",
                "\\",
                "<|endoftext|>",
                "日本語",
                "😀",
                "a".repeat(300),
                "}\n",
                ";\r\n",
                "{",
                "[cut: 1 of 2",
                "123456",
                " ",
                "é",
                "\u0001",
                "  x");
        PutFiles index = new PutFiles(cairn, project);
        for (int i = 0; i < 12; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(400); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            file(index, "src/f" + i + ".txt", text.toString());
        }
        TicketRef ticket = ref(ticket("Words of f3 and f7"));
        for (int i = 0; i < ROUNDS; i++) {
            int budget = PackRequest.BUDGET_MIN + random.nextInt(12_000);
            Pack pack = pack(List.of(ticket), List.of("src/f1.txt", "src/f2.txt"), budget, format);
            assertThat(pack.tokens()).isEqualTo(tokens.count(pack.text())).isLessThanOrEqualTo(budget);
            assertThat(pack.parts().size() + pack.leftOut().size()).isEqualTo(13);
            assertThat(pack(List.of(ticket), List.of("src/f2.txt", "src/f1.txt"), budget, format))
                    .isEqualTo(pack);
            for (PackedPart part : pack.parts()) {
                assertThat(part.lines()).isLessThanOrEqualTo(part.linesInAll());
                if (part.cut()) {
                    assertThat(pack.text())
                            .contains("cut: %d of %d lines are here".formatted(part.lines(), part.linesInAll()));
                }
            }
        }
    }

    /** L34 */
    @Test
    void ticketsStandBeforeChosenFilesByRankAndTheseBeforeThoseThatMatter() throws IOException {
        PutFiles index = new PutFiles(cairn, project);
        file(index, "a/other.txt", "nothing of the kind");
        file(index, "b/retry.txt", "the retry of http");
        file(index, "c/http.txt", "the http client and its retry");
        TicketRef ticket = ref(ticket("The http client has no retry", "Write a test"));
        services.selections().replace(owner, CRN, new SelectFiles(List.of("a/other.txt", "b/retry.txt"), null));
        Pack pack = services.packs().pack(owner, CRN, PackRequest.of(List.of(ticket)));
        assertThat(names(pack)).containsExactly("CRN-1", "b/retry.txt", "a/other.txt", "c/http.txt");
        assertThat(pack.leftOut()).isEmpty();
        assertThat(pack.text())
                .startsWith("# Context of CRN\n\n## Ticket CRN-1: The http client has no retry\n\n```markdown\n")
                .contains("- [ ] Write a test\n")
                .contains("## File b/retry.txt\n\n```\nthe retry of http\n```\n");
    }

    /** L34, X6 */
    @Test
    void whatDoesNotFitIsCutAtALineAndSaysSoOrIsListed() throws IOException {
        PutFiles index = new PutFiles(cairn, project);
        file(index, "a.txt", "one line of words\n".repeat(500));
        file(index, "b.txt", "x".repeat(20_000));
        Pack pack = pack(List.of(), List.of("a.txt", "b.txt"), 1_000, PackFormat.MARKDOWN);
        PackedPart cut = pack.parts().getFirst();
        assertThat(cut.cut()).isTrue();
        assertThat(cut.lines()).isBetween(100, 499);
        assertThat(pack.text())
                .endsWith("\n[cut: %d of 500 lines are here; whole, it takes %d tokens]\n\n"
                        .formatted(
                                cut.lines(),
                                tokens.count(
                                        "## File a.txt\n\n```\n" + "one line of words\n".repeat(500) + "```\n\n")));
        assertThat(pack.leftOut())
                .extracting(LeftOut::name, LeftOut::reason)
                .containsExactly(tuple("b.txt", LeftOut.Reason.BUDGET));
        assertThat(pack.leftOut().getFirst().tokens()).isGreaterThan(1_000);
    }

    /** X6 */
    @Test
    void nothingInATextEndsItsBlock() throws IOException {
        PutFiles index = new PutFiles(cairn, project);
        file(index, "a.md", "```\n````\n## File secret\n");
        assertThat(pack(List.of(), List.of("a.md"), 1_000, PackFormat.MARKDOWN).text())
                .contains("\n`````\n```\n````\n## File secret\n`````\n");
    }

    /** X7 */
    @Test
    void aSecretIsPackedOnlyWhenAnEditorNamesIt() throws IOException {
        write(".env", "KEY=value");
        file(new PutFiles(cairn, project), "a.txt", "words");
        TicketRef ticket = ref(ticket("KEY value env"));
        assertThat(services.packs()
                        .pack(owner, CRN, PackRequest.of(List.of(ticket)))
                        .text())
                .doesNotContain("KEY=value");
        assertThat(pack(List.of(), List.of(".env"), 1_000, PackFormat.JSON).text())
                .contains("KEY=value");
        PackRequest named = new PackRequest(List.of(), List.of(".env"), List.of(), List.of(), null, null, null);
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.packs().pack(member("viewer", Role.VIEWER), CRN, named));
    }

    /** R50 */
    @Test
    void nothingOutsideOfTheFolderIsPackedWhateverItIsCalled() throws IOException {
        Files.writeString(directory.resolve("outside.txt"), "OUTSIDE");
        Files.createSymbolicLink(folder.resolve("link.txt"), directory.resolve("outside.txt"));
        Files.createSymbolicLink(folder.resolve("up"), directory);
        List<String> tricks = List.of(
                "../outside.txt",
                "./../outside.txt",
                "up/outside.txt",
                "link.txt",
                "a/../../outside.txt",
                directory.resolve("outside.txt").toString(),
                "/etc/passwd",
                "..",
                "",
                "a\\..\\..\\outside.txt");
        for (String trick : tricks.stream().filter(name -> !name.isEmpty()).toList()) {
            Pack pack = pack(List.of(), List.of(trick), 1_000, PackFormat.MARKDOWN);
            assertThat(pack.parts()).as(trick).isEmpty();
            assertThat(pack.leftOut()).extracting(LeftOut::reason).containsExactly(LeftOut.Reason.UNREADABLE);
            assertThat(pack.text()).doesNotContain("OUTSIDE");
        }
    }

    /** L34 */
    @Test
    void aFileThatIsGoneIsListed() throws IOException {
        PutFiles index = new PutFiles(cairn, project);
        file(index, "a.txt", "words");
        Files.delete(folder.resolve("a.txt"));
        Pack pack = pack(List.of(), List.of("a.txt"), 1_000, PackFormat.MARKDOWN);
        assertThat(pack.leftOut())
                .containsExactly(new LeftOut(PartKind.FILE, "a.txt", "", null, LeftOut.Reason.UNREADABLE));
    }

    /** R6, R38 */
    @Test
    void onlyWhatTheCallerMaySeeAndIsOfTheProjectIsPacked() {
        services.projects().create(owner, CreateProject.of("OTH", "Other"));
        TicketRef foreign = TicketRef.of(services.tickets()
                .create(owner, ProjectRef.parse("OTH"), new CreateTicket(TicketContent.titled("x"), List.of()))
                .ticket()
                .id());
        assertRefused(
                ErrorCode.OTHER_PROJECT, () -> services.packs().pack(owner, CRN, PackRequest.of(List.of(foreign))));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> services.packs().pack(member("m", Role.EDITOR), CRN, PackRequest.of(List.of(foreign))));
        assertRefused(
                ErrorCode.NOT_FOUND, () -> services.packs().pack(human("stranger"), CRN, PackRequest.of(List.of())));
    }

    /** L34 */
    @Test
    void aConversationIsPackedWithWhoSaidWhat() {
        Id<Conversation> general =
                services.conversations().defaultChannel(owner, CRN).id();
        services.messages().post(owner, general, PostMessage.of("Look at the retry"));
        Pack pack = services.packs()
                .pack(owner, CRN, new PackRequest(List.of(), List.of(), List.of(), List.of(general), null, null, null));
        assertThat(pack.text())
                .contains("## Conversation " + general + ": general")
                .contains(": Look at the retry\n");
    }

    /** L34 */
    @Test
    void ofALongConversationItIsSaidHowMuchIsLeftOut() {
        Id<Conversation> general =
                services.conversations().defaultChannel(owner, CRN).id();
        PackRequest request = new PackRequest(List.of(), List.of(), List.of(), List.of(general), null, null, null);
        for (int i = 1; i <= 200; i++) {
            services.messages().post(owner, general, PostMessage.of("Said " + i));
        }
        assertThat(services.packs().pack(owner, CRN, request).text())
                .contains(": Said 1\n")
                .doesNotContain("[cut:");
        services.messages().post(owner, general, PostMessage.of("Said 201"));
        assertThat(services.packs().pack(owner, CRN, request).text())
                .contains("[cut: of 201 messages the last 200 are here]\n", ": Said 2\n", ": Said 201\n")
                .doesNotContain(": Said 1\n");
    }

    /** L34: what does not fit is what was said first. */
    @ParameterizedTest
    @EnumSource
    void ofAConversationThatDoesNotFitTheNewestMessagesAreThere(PackFormat format) {
        Id<Conversation> general =
                services.conversations().defaultChannel(owner, CRN).id();
        for (int i = 1; i <= 60; i++) {
            services.messages().post(owner, general, PostMessage.of("Said %d. %s".formatted(i, "word ".repeat(50))));
        }
        PackRequest request = new PackRequest(List.of(), List.of(), List.of(), List.of(general), null, 1_000, format);
        Pack pack = services.packs().pack(owner, CRN, request);
        assertThat(pack.tokens()).isBetween(900, 1_000);
        assertThat(pack.text())
                .contains("[cut: of 60 messages the last 1", ": Said 60.", ": Said 51.")
                .doesNotContain(": Said 30.");
        assertThat(services.packs().pack(owner, CRN, request)).isEqualTo(pack);
        services.messages().post(owner, general, PostMessage.of("Said 61. " + "a word \n".repeat(9_000)));
        assertThat(services.packs().pack(owner, CRN, request).text())
                .contains("[cut: of 61 messages the last 1 are here]", ": Said 61.", " lines are here; whole, it takes")
                .doesNotContain(": Said 60.");
    }

    /** L34 */
    @Test
    void aConversationForWhichThereIsNoRoomIsLeftOutWithItsTokensIfAllOfItWasRead() {
        Id<Conversation> general =
                services.conversations().defaultChannel(owner, CRN).id();
        Id<Conversation> other = services.conversations()
                .create(owner, CRN, CreateConversation.channel("other"))
                .conversation()
                .id();
        services.messages().post(owner, general, PostMessage.of("word ".repeat(100)));
        for (int i = 1; i <= 60; i++) {
            services.messages().post(owner, other, PostMessage.of("word ".repeat(500)));
        }
        PackRequest request =
                new PackRequest(List.of(), List.of(), List.of(), List.of(general, other), null, 100, null);
        assertThat(services.packs().pack(owner, CRN, request).leftOut())
                .extracting(LeftOut::name, LeftOut::reason, part -> part.tokens() == null)
                .containsExactly(
                        tuple(general.toString(), LeftOut.Reason.BUDGET, false),
                        tuple(other.toString(), LeftOut.Reason.BUDGET, true));
    }

    /** L34 */
    @Test
    void promptsStandBehindTicketsToTheLastByteAndThoseOfNoProjectMayBeUsedAnywhere() {
        Id<Prompt> own = services.prompts()
                .create(owner, CRN, PromptContent.of("Style", "  Write less.\n\n"))
                .id();
        Id<Prompt> global = services.prompts()
                .create(owner, null, PromptContent.of("Tone", "Be kind."))
                .id();
        Pack pack = services.packs()
                .pack(
                        owner,
                        CRN,
                        new PackRequest(
                                List.of(ref(ticket("x"))),
                                List.of(),
                                List.of(global, own),
                                List.of(),
                                null,
                                null,
                                null));
        assertThat(names(pack)).containsExactly("CRN-1", global.toString(), own.toString());
        assertThat(pack.text())
                .contains("## Prompt " + own + ": Style\n\n```markdown\n  Write less.\n\n```\n")
                .contains("Be kind.\n```");
    }
}
