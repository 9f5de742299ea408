package dev.cairn.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.Imported.Plain;
import dev.cairn.application.project.PlainPart;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R36: a part of a project that is plain travels by its content, without code of its own in the format. */
class CairnPlainPartTest {
    private static final String HEADER =
            "{\"cairn\":2,\"project\":{\"key\":\"AB\",\"name\":\"A\",\"settings\":{\"autoCompleteTickets\":true}}}\n";
    private static final int NAME_MAX = 5;

    record Goal(String name, @Nullable Instant dueAt) implements Named {
        Goal {
            name = Text.of("name", name, 1, NAME_MAX);
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        List<Goal> goals =
                List.of(new Goal("Alpha", Instant.parse("2030-01-02T03:04:05.678Z")), new Goal("\"ß\"", null));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (Goal goal : goals) {
            new CairnWriter().write(file, new Plain<>(new Goals(), goal));
        }
        assertThat(file.toString(UTF_8).lines().findFirst())
                .contains("{\"goal\":{\"name\":\"Alpha\",\"dueAt\":\"2030-01-02T03:04:05.678Z\"}}");
        assertThat(read(file.toString(UTF_8)).contents).isEqualTo(goals);
    }

    @Test
    void aLineThatItsContentRefusesIsLeftOutAndReported() throws IOException {
        Seen seen = read("""
                {"goal":{"name":"longer than it may be"}}
                {"goal":{"dueAt":null}}
                {"goal":{"name":"A","colour":"red"}}
                {"goal":{"name":"A","dueAt":"soon"}}
                {"goal":{"name":"A"},"more":1}
                {"goal":"A"}
                {"goals":{"name":"A"}}
                {"goal":{"name":"Good"}}
                """);
        assertThat(seen.contents).containsExactly(new Goal("Good", null));
        assertThat(seen.problems)
                .extracting(ImportProblem::place, ImportProblem::code)
                .hasSize(7)
                .allSatisfy(problem -> assertThat(problem.toList().get(1)).isEqualTo("malformed"));
    }

    private static Seen read(String lines) throws IOException {
        Seen seen = new Seen();
        new CairnFormat(List.of(new Goals())).read(new ByteArrayInputStream((HEADER + lines).getBytes(UTF_8)), seen);
        return seen;
    }

    private static final class Goals implements PlainPart<Goal> {
        @Override
        public String kind() {
            return "goal";
        }

        @Override
        public Class<Goal> content() {
            return Goal.class;
        }

        @Override
        public List<Goal> exported(Access access, Id<Project> project) {
            return List.of();
        }

        @Override
        public boolean imported(Act act, Id<Project> project, Goal brought) {
            return false;
        }
    }

    private static final class Seen implements Consumer<Imported> {
        private final List<Record> contents = new ArrayList<>();
        private final List<ImportProblem> problems = new ArrayList<>();

        @Override
        public void accept(Imported read) {
            if (read instanceof Plain<?> plain) {
                contents.add(plain.content());
            } else if (read instanceof ImportProblem problem) {
                problems.add(problem);
            }
        }
    }
}
