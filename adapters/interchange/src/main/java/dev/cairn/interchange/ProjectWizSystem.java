package dev.cairn.interchange;

import dev.cairn.application.interchange.Imported;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.Username;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.sqlite.ForeignDatabase.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a database of Project Wiz. */
final class ProjectWizSystem extends SystemDatabase {
    private static final Set<String> TABLES = Set.of(
            "users",
            "accounts",
            PROJECTS,
            "project_users",
            "project_agents",
            "project_channels",
            "channels",
            "direct_messages",
            "direct_message_participants",
            "conversations",
            "conversation_participants",
            "messages",
            "llm_providers",
            "agents",
            "memory",
            "agent_memory",
            "team_memory",
            "project_memory",
            "agent_memories",
            "issues",
            "issue_comments");

    private final Map<String, ProjectWizPerson> users = new HashMap<>();
    private final Map<String, String> usernames = new HashMap<>();
    private final Map<String, String> providerNames = new HashMap<>();
    private final List<ForeignPerson> people = new ArrayList<>();

    /** A user or agent who wrote something; {@code gone} when deactivated. */
    record ProjectWizPerson(String name, boolean agent, boolean gone) {}

    ProjectWizSystem(SystemTables tables, PlainParts parts, Runnable end) {
        super(tables, parts, end);
        List.of("source_id", "conversation_id").forEach(column -> tables.index("messages", column));
        tables.index("issue_comments", "issue_id");
        tables.index("project_users", "project_id");
        tables.index("project_agents", "agent_id");
        tables.index("conversation_participants", "conversation_id");
        tables.index("direct_message_participants", "direct_message_id");
        tables.index("memory", "id");
        tables.rows("users", Where.ALL, List.of("created_at", "id"), problems, this::user);
        tables.rows("accounts", Where.ALL, List.of("created_at", "id"), problems, (_, row) -> account(row));
        tables.rows(PROJECTS, Where.ALL, List.of("created_at", "id"), problems, this::project);
        boolean hasLoose = tables.count("direct_messages", Where.ALL) > 0
                || tables.count("agent_memories", Where.ALL) > 0
                || tables.count("agent_memory", Where.ALL) > 0
                || (tables.has("conversations")
                        && (!tables.has("conversations", "project_id") || tables.count("conversations", loose()) > 0));
        if (hasLoose) { // Direct messages, and what agents remember.
            addLoose("Project Wiz");
        }
        tables.rows("llm_providers", Where.ALL, List.of("created_at", "id"), problems, this::provider);
        tables.nameDangling("project_channels", "project_id", PROJECTS, problems);
        tables.nameDangling("issues", "project_id", PROJECTS, problems);
        tables.nameOthers(TABLES, problems);
        problems.reportLosses();
    }

    @Override
    void read(@Nullable String project, boolean takesLoose, Consumer<Imported> sink, Problems told) {
        new ProjectWizProject(tables, parts, users, providerNames, sink, told).read(project, takesLoose);
    }

    @Override
    public List<ForeignPerson> people() {
        return List.copyOf(people);
    }

    private void user(String id, Source row) {
        String name = Objects.requireNonNullElse(row.text("name"), "User " + id);
        boolean agent = "agent".equals(row.text("type"));
        users.put(
                id,
                new ProjectWizPerson(
                        Fitting.shortened(Text.trimmed(name), User.NAME_MAX), agent, row.hasTime("deactivated_at")));
        row.dropEmpty();
        row.loseRest("users");
    }

    /** Imports an account without its password, whose hash Cairn cannot verify: nobody can log in with it. */
    private void account(Source row) {
        String user = row.text("user_id");
        String username = row.text("username");
        row.loseRest("accounts");
        ProjectWizPerson person = user == null ? null : users.get(user);
        if (person == null || username == null) {
            row.report(Code.DANGLING, "Its user is not there");
            return;
        }
        try {
            Username checked = new Username(username);
            usernames.put(user, checked.value());
            people.add(new ForeignPerson(row.place(), checked, UserContent.named(person.name())));
        } catch (Invalid e) {
            row.report(Code.MALFORMED, "Left out: " + Problems.reason(e));
        }
    }

    private void project(String id, Source row) {
        Fitting fit = new Fitting(row.place(), row.rest(), row.problems());
        String name = fit.text(
                "name", Objects.requireNonNullElse(row.text("name"), "Project " + id), ProjectContent.NAME_MAX);
        if (row.hasTime("deactivated_at")) {
            row.report(Code.NOT_CARRIED_OVER, "It was deleted there: left out with all in it");
            return;
        }
        Set<String> members = new LinkedHashSet<>();
        member(row.text("owner_id"), members);
        tables.rows("project_users", SystemTables.of("project_id", id), List.of(), row.problems(), (_, each) -> {
            if (!each.hasTime("left_at")) {
                member(each.text("user_id"), members);
            }
            each.rest().remove("project_id");
            each.dropEmpty();
            each.loseRest("project_users");
        });
        ProjectContent content = new ProjectContent(
                uniqueProjectName(name),
                fit.text(
                        "description",
                        Objects.requireNonNullElse(row.text("description"), ""),
                        ProjectContent.DESCRIPTION_MAX),
                location(row, "local_path"),
                location(row, "git_url"),
                location(row, "branch"));
        row.dropEmpty();
        row.loseRest(PROJECTS);
        add(new ForeignProject(id, content, List.copyOf(members)));
    }

    private void member(@Nullable String user, Set<String> members) {
        String username = user == null ? null : usernames.get(user);
        if (username != null) {
            members.add(username);
        }
    }

    private static @Nullable String location(Source row, String column) {
        String text = row.peek(column);
        if (text == null || !Fitting.fits(text, ProjectContent.LOCATION_MAX)) {
            return null;
        }
        row.rest().remove(column);
        return text;
    }

    /** Imports a provider without its key, which Project Wiz encrypted. */
    private void provider(String id, Source row) {
        String name = Objects.requireNonNullElse(row.text("name"), "Provider " + id);
        ProviderType type = SystemWords.type(Objects.requireNonNullElse(row.text("type"), "custom"));
        String url = row.text("base_url");
        String model = Objects.requireNonNullElse(row.text("default_model"), ForeignProvider.NO_MODEL);
        boolean active = !row.hasTime("deactivated_at");
        if (row.rest().hasNonNull("api_key")) {
            row.report(Code.NOT_CARRIED_OVER, "api_key: it is encrypted; give the provider its key here");
        }
        boolean isDefault = SystemWords.flag(row.rest().get("is_default"));
        row.rest().remove(List.of("api_key", "is_default", "deactivated_at"));
        row.dropEmpty();
        row.loseRest("llm_providers");
        String called = add(row, new ProviderRow(name, type, url, model, null, null, active, isDefault));
        if (called != null) {
            providerNames.put(id, called);
        }
    }
}
