package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.file.FileFilter;
import dev.cairn.domain.file.FileWordRepository;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.prompt.PromptRepository;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One search over everything with words in it: whatever a text holds it is found, and whatever is asked for nothing breaks (R9, R35). */
public abstract class SearchContract extends StoreContract {
    private static final int ROUNDS = 12;
    private static final int QUERIES = 300;

    private static final List<SearchKind> KINDS = List.of(SearchKind.values());

    /** A word to be looked for, in a text that has it. */
    private record Needle(String text, String word) {}

    private static final List<Needle> SCRIPTS = List.of(
            new Needle("The %s lands here", "%s"),
            new Needle("a.%s/b-c_d@e", "%s"),
            new Needle("<b>%s</b> & \"quoted\" 'text'", "%s"),
            new Needle("```java\nList<%s> list;\n```", "%s"),
            new Needle("Ünï%s", "uni%s"),
            new Needle("修复%s登录页面的错误", "登录页面"),
            new Needle("ログイン%sページのバグを修正する", "修正"),
            new Needle("แก้ไขข้อผิดพลาด%sในหน้าเข้าสู่ระบบ", "เข้าสู่ระบบ"),
            new Needle("Привет%s", "привет%s"),
            new Needle("ΣΊΣΥΦΟΣ %s", "σίσυφοσ"));

    /** Pieces of queries that tempt engines to fail. */
    public static final List<String> HOSTILE = List.of(
            "\"",
            "'",
            "*",
            "^",
            "-",
            "+",
            ":",
            "(",
            ")",
            "{",
            "}",
            "NEAR(",
            "AND",
            "OR",
            "NOT",
            "title:",
            "scope : \"p1\"",
            "beside:",
            "&",
            "|",
            "!",
            "<->",
            ":*",
            "\\",
            "%",
            "_",
            "--",
            ";",
            "/*",
            "\u0001",
            "\u2028",
            "\ufeff",
            "\ue000",
            "e\u0301",
            "\u0301",
            "ー",
            "中",
            "ぁ",
            "ก็",
            "😀",
            "İ",
            "ſ",
            "ﬁ",
            "zq",
            "zq0001",
            "a",
            "lands");

    private static final PageRequest BY_PATH = PageRequest.first(Sort.by(Sort.asc("path")));

    private final long seed = Long.getLong("cairn.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void whatIsInATextOfAnyKindIsFoundByItsKindAndInItsProject() {
        for (int round = 0; round < ROUNDS; round++) {
            Project project = project();
            Project other =
                    project(port(dev.cairn.domain.user.UserRepository.class).require(project.ownerId()), "Other");
            Needle needle = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
            String unique = "w" + Long.toString(random.nextLong(1L << 40), 36);
            String text = needle.text().formatted(unique);
            String word = needle.word().formatted(unique);
            Map<SearchKind, Id<?>> put = fill(project, text);
            fill(other, "nothing of it");
            String as = "seed %d, '%s' in '%s'".formatted(seed, word, text);

            assertThat(search(reading(project), word, List.of(), project.id()))
                    .as(as)
                    .extracting(SearchHit::id)
                    .containsExactlyInAnyOrderElementsOf(put.values());
            put.forEach((kind, id) -> {
                List<SearchHit> hits = search(reading(project), word, List.of(kind), project.id());
                assertThat(hits).as("%s, %s", as, kind).singleElement().satisfies(hit -> {
                    assertThat(hit.id()).isEqualTo(id);
                    assertThat(hit.kind()).isEqualTo(kind);
                    assertThat(hit.projectId()).isEqualTo(project.id());
                    assertThat(hit.title()).isNotEmpty();
                    assertThat(hit.snippet()).doesNotContain("<b>");
                });
                assertThat(search(reading(project), word, List.of(kind), other.id()))
                        .as(as)
                        .isEmpty();
                assertThat(search(reading(user()), word, List.of(kind), null))
                        .as(as)
                        .noneMatch(hit -> hit.id().equals(id));
            });
        }
    }

    @Test
    void nothingThatIsAskedForBreaksTheSearch() {
        Project project = project();
        fill(project, "The balloon lands. 修复登录页面的错误 zq zq0001 ﬁ İ");
        for (int i = 0; i < QUERIES; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(6); piece >= 0; piece--) {
                text.append(HOSTILE.get(random.nextInt(HOSTILE.size()))).append(random.nextBoolean() ? " " : "");
            }
            List<SearchKind> kinds =
                    random.nextBoolean() ? List.of() : List.of(KINDS.get(random.nextInt(KINDS.size())));
            SearchQuery query;
            try {
                query = new SearchQuery(text.toString(), kinds, random.nextBoolean() ? project.id() : null, 5);
            } catch (Invalid refused) {
                continue;
            }
            assertThat(port(SearchIndex.class).search(reading(project), query))
                    .as("seed %d, '%s'", seed, text)
                    .hasSizeLessThanOrEqualTo(5);
            assertThat(port(FileWordRepository.class).search(reading(project), query))
                    .as("files, seed %d, '%s'", seed, text)
                    .isEmpty();
            assertThat(port(ProjectFileRepository.class)
                            .page(new FileFilter(project.id(), null, query.text(), null, null), BY_PATH)
                            .items())
                    .as("listed files, seed %d, '%s'", seed, text)
                    .isEmpty();
        }
    }

    /** A prompt of no project is found by everybody who is limited to none. */
    @Test
    void promptsOfNoProjectAreFoundByEverybody() {
        Project project = project();
        String word = "w" + Long.toString(random.nextLong(1L << 40), 36);
        Prompt prompt = write(() -> port(PromptRepository.class)
                .insert(Prompt.create(id(), null, project.ownerId(), PromptContent.of("Title", "The " + word), NOW)));
        for (List<SearchKind> kinds : List.<List<SearchKind>>of(List.of(), List.of(SearchKind.PROMPT))) {
            assertThat(search(reading(user()), word, kinds, null))
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.id()).isEqualTo(prompt.id());
                        assertThat(hit.projectId()).isNull();
                        assertThat(hit.title()).isEqualTo("Title");
                        assertThat(hit.snippet()).isEqualTo("The <mark>" + word + "</mark>");
                    });
            assertThat(search(new Access(project.ownerId(), Right.READ, project.id()), word, kinds, null))
                    .isEmpty();
        }
        change(() -> port(PromptRepository.class).update(prompt.delete(deletion())));
        assertThat(search(reading(project), word, List.of(), null)).isEmpty();
    }

    @Test
    void wordsInTheTitleOfAPromptAreMarked() {
        Project project = project();
        change(() -> port(PromptRepository.class)
                .insert(Prompt.create(
                        id(),
                        project.id(),
                        project.ownerId(),
                        PromptContent.of("修复登录页面 Zeppelin", "Nothing else"),
                        NOW)));
        assertThat(search(reading(project), "登录", List.of(), project.id())
                        .getFirst()
                        .snippet())
                .isEqualTo("修复<mark>登录</mark>页面 Zeppelin");
        assertThat(search(reading(project), "zeppelin", List.of(), project.id())
                        .getFirst()
                        .snippet())
                .contains("<mark>Zeppelin</mark>");
    }

    /** An index holds what may be stored: the longest text, in the scripts that take most room. */
    @Test
    void theLongestPromptCanBeStored() {
        Project project = project();
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.codePointCount(0, text.length()) < PromptContent.CONTENT_MAX; i++) {
            text.appendCodePoint(0x4e00 + i % 20_000);
        }
        change(() -> port(PromptRepository.class)
                .insert(Prompt.create(
                        id(), project.id(), project.ownerId(), PromptContent.of("Long", text.toString()), NOW)));
        assertThat(search(reading(project), text.substring(100, 104), List.of(), project.id()))
                .hasSize(1);
    }

    /** Puts a text into one thing of each kind. */
    private Map<SearchKind, Id<?>> fill(Project project, String text) {
        Map<SearchKind, Id<?>> put = new EnumMap<>(SearchKind.class);
        boolean inTitle = random.nextBoolean();
        Ticket ticket = ticket(
                project,
                inTitle
                        ? TicketContent.titled(text)
                        : TicketContent.titled("Ticket").withOverview(text));
        put.put(SearchKind.TICKET, ticket.id());
        put.put(SearchKind.TASK, task(ticket, 0, TaskContent.of(text)).id());
        put.put(SearchKind.COMMENT, comment(ticket, text).id());
        put.put(SearchKind.MESSAGE, message(project, text).id());
        PromptContent prompt = inTitle ? PromptContent.of(text, "Content") : PromptContent.of("Prompt", text);
        put.put(
                SearchKind.PROMPT,
                write(() -> port(PromptRepository.class)
                                .insert(Prompt.create(id(), project.id(), project.ownerId(), prompt, NOW)))
                        .id());
        return put;
    }

    private Message message(Project project, String text) {
        Conversation chat = write(() -> port(ConversationRepository.class)
                .insert(Conversation.of(
                        id(),
                        project,
                        project.ownerId(),
                        ConversationKind.CHANNEL,
                        ConversationContent.titled("Channel " + random.nextLong()),
                        Purpose.GENERAL,
                        NOW)));
        Message message = Message.said(id(), chat, ownerOf(project), text, NOW);
        change(() -> port(MessageRepository.class).insert(message));
        return message;
    }

    private List<SearchHit> search(Access access, String text, List<SearchKind> kinds, @Nullable Id<Project> project) {
        return port(SearchIndex.class).search(access, new SearchQuery(text, kinds, project, 10));
    }
}
