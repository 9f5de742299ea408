package dev.cairn.benchmarks.operation;

import dev.cairn.Cairn;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.project.CreateProject;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The conversations of one person, half of them in projects and half direct, each with what was said last and what is unread (R41). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"})
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class TalkBenchmark {
    private static final int PROJECTS = 10;
    private static final int OTHERS = 150;
    private static final PageRequest NEWEST = PageRequest.first(ConversationRepository.NEWEST_FIRST);
    private static final ConversationFilter UNREAD = ConversationFilter.ANY.withUnread(true);

    @Param({"1000", "10000"})
    public int conversations;

    private Path folder;
    private Cairn cairn;
    private Caller owner;
    private Id<Conversation> general;

    @Setup(Level.Trial)
    public void open() throws IOException {
        folder = Files.createTempDirectory("cairn-talk");
        cairn = Dataset.open(folder.resolve("cairn.db"), false);
        owner = cairn.owner();
        List<Caller> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            User agent = cairn.users().createAgent(owner, UserContent.named("Agent " + i));
            others.add(Caller.of(agent));
        }
        for (int i = 0; i < PROJECTS; i++) {
            cairn.projects().create(owner, CreateProject.of(key(i), key(i)));
        }
        general = cairn.conversations().defaultChannel(owner, project(0)).id();
        for (int i = 0; i < conversations / 2; i++) {
            said(cairn.conversations()
                    .create(owner, project(i % PROJECTS), CreateConversation.channel("Channel " + i))
                    .conversation()
                    .id());
        }
        int left = conversations / 2;
        for (int i = 0; left > 0; i++) {
            for (int j = i + 1; j < OTHERS && left > 0; j++, left--) {
                said(cairn.conversations()
                        .begin(
                                others.get(i),
                                CreateConversation.direct(
                                        owner.userId(), others.get(j).userId()))
                        .shown()
                        .conversation()
                        .id());
            }
        }
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        cairn.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public Page<ConversationView> newest50() {
        return cairn.conversations().list(owner, null, ConversationFilter.ANY, NEWEST);
    }

    @Benchmark
    public Page<ConversationView> newest50OfAProject() {
        return cairn.conversations().list(owner, project(0), ConversationFilter.ANY, NEWEST);
    }

    /** There is none: each is looked at. */
    @Benchmark
    public Page<ConversationView> unread50() {
        return cairn.conversations().list(owner, null, UNREAD, NEWEST);
    }

    @Benchmark
    public Object post() {
        return cairn.messages().post(owner, general, PostMessage.of("words of a message"));
    }

    private void said(Id<Conversation> conversation) {
        for (int i = 0; i < 3; i++) {
            cairn.messages().post(owner, conversation, PostMessage.of("words of a message " + i));
        }
    }

    private static ProjectRef project(int i) {
        return ProjectRef.parse(key(i));
    }

    private static String key(int i) {
        return "P" + (char) ('A' + i);
    }
}
