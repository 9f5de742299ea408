package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.agent.Posted;
import dev.cairn.application.agent.ReplyWish;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.database.DatabaseAdministration.Contradiction;
import dev.cairn.application.database.DatabaseAdministration.Verified;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import dev.cairn.persistence.verify.Verification;
import dev.cairn.schema.Engine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each invariant is broken once by hand, and is then the one that the verification names. */
class VerifyUseCaseTest extends UseCaseTest {
    private final Map<String, Id<?>> ids = new LinkedHashMap<>();

    /** @param sql with the names of the world's things in braces */
    @SuppressWarnings("ArrayRecordComponent") // made by hand, and never compared
    private record Damage(String invariant, String... sql) {}

    private static final List<Damage> DAMAGES = List.of(
            new Damage(
                    "one_live_item_per_subject",
                    "DROP INDEX queue_items_live_ticket",
                    "UPDATE queue_items SET ticket_id = {plain} WHERE id = {blockedItem}"),
            new Damage("claimed_item_has_its_claim", "UPDATE queue_items SET fencing_token = 7 WHERE id = {heldItem}"),
            new Damage(
                    "live_claim_holds_its_item",
                    "UPDATE queue_items SET status = 'READY', lease_until = NULL WHERE id = {heldItem}"),
            new Damage("ended_claim_says_how", "UPDATE queue_claims SET item_status = NULL WHERE id = {doneClaim}"),
            new Damage("token_counts_claims", "UPDATE queue_items SET fencing_token = 1 WHERE id = {doneItem}"),
            new Damage(
                    "item_names_its_last_claim",
                    "UPDATE queue_items SET claim_id = {doneClaim} WHERE id = {plainItem}"),
            new Damage(
                    "completed_at_most_once",
                    "UPDATE queue_claims SET outcome = 'COMPLETED' WHERE item_id = {doneItem}"),
            new Damage("completed_stays_completed", "UPDATE queue_items SET status = 'FAILED' WHERE id = {doneItem}"),
            new Damage(
                    "item_has_the_times_of_its_status",
                    "UPDATE queue_items SET finished_at = NULL WHERE id = {doneItem}"),
            new Damage("queued_ticket_is_open_work", "UPDATE tickets SET archived_at = created_at WHERE id = {plain}"),
            new Damage("queued_task_is_open_work", "UPDATE tasks SET status = 'CANCELLED' WHERE id = {member}"),
            new Damage(
                    "live_item_is_on_a_live_queue",
                    "UPDATE queues SET deleted_at = created_at, deletion_id = 1 WHERE id = {queue}"),
            new Damage(
                    "queue_is_in_its_subjects_project",
                    "UPDATE queue_items SET ticket_id = {foreign} WHERE id = {plainItem}"),
            new Damage(
                    "group_is_never_claimed", "UPDATE queue_items SET group_id = {heldItem} WHERE id = {memberItem}"),
            new Damage(
                    "group_ends_with_its_last",
                    "UPDATE queue_items SET status = 'CANCELLED', finished_at = run_at WHERE group_id = {headItem}"),
            new Damage(
                    "group_lives_with_its_members",
                    "UPDATE queue_items SET status = 'CANCELLED', finished_at = run_at WHERE id = {headItem}"),
            new Damage(
                    "group_is_of_one_ticket", "UPDATE queue_items SET group_id = {plainItem} WHERE id = {memberItem}"),
            new Damage("agent_is_its_owners", "UPDATE users SET owner_id = NULL WHERE id = {agent}"),
            new Damage(
                    "live_run_has_its_job",
                    "UPDATE agent_runs SET status = 'QUEUED', finished_at = NULL WHERE id = {run}"),
            new Damage(
                    "ended_run_has_no_job",
                    "INSERT INTO jobs (id, kind, subject_id, status, priority, run_at, attempts, max_attempts, token,"
                            + " created_at) SELECT 1, 'REPLY', id, 'READY', 0, created_at, 0, 3, 0, created_at"
                            + " FROM agent_runs WHERE id = {run}"),
            new Damage("message_is_what_its_run_said", "UPDATE messages SET run_id = {run} WHERE id = {question}"),
            new Damage("task_order_is_dense", "UPDATE tasks SET order_index = 7 WHERE id = {member}"),
            new Damage("parent_is_in_the_project", "UPDATE tickets SET parent_id = {foreign} WHERE id = {plain}"),
            new Damage("parents_form_a_tree", "UPDATE tickets SET parent_id = {child} WHERE id = {epic}"),
            new Damage(
                    "blocker_is_in_the_project",
                    "INSERT INTO ticket_links (from_id, to_id, kind) VALUES ({foreign}, {plain}, 'BLOCKS')"),
            new Damage(
                    "no_ticket_waits_for_itself",
                    "INSERT INTO ticket_links (from_id, to_id, kind) VALUES ({blocked}, {plain}, 'BLOCKS')"),
            new Damage(
                    "dependency_is_in_the_ticket",
                    "INSERT INTO task_dependencies (task_id, depends_on_id) VALUES ({member}, {doneTask})"),
            new Damage(
                    "no_task_waits_for_itself",
                    "INSERT INTO task_dependencies (task_id, depends_on_id) VALUES ({member}, {member})"),
            new Damage("number_comes_from_the_project", "UPDATE tickets SET key = 'CRN-999' WHERE id = {plain}"),
            new Damage("completed_says_when", "UPDATE tickets SET completed_at = created_at WHERE id = {plain}"),
            new Damage(
                    "foreign_name_is_of_its_project",
                    "INSERT INTO aliases (id, project_id, source, external_id, ticket_id)"
                            + " VALUES (1, {other}, 's', 'e', {plain})"),
            new Damage("project_has_its_owner", "UPDATE project_members SET role = 'EDITOR'"),
            new Damage(
                    "project_has_its_default_channel",
                    "UPDATE conversations SET archived_at = created_at WHERE project_id = {other}"),
            new Damage(
                    "nothing_outlives_its_project",
                    "UPDATE projects SET deleted_at = created_at, deletion_id = 1 WHERE id = {other}"),
            new Damage(
                    "nothing_outlives_its_ticket",
                    "UPDATE tickets SET deleted_at = created_at, deletion_id = 1 WHERE id = {done}"),
            new Damage("what_is_deleted_names_its_deletion", "UPDATE tickets SET deletion_id = 1 WHERE id = {child}"),
            new Damage(
                    "one_deletion_has_one_time",
                    "UPDATE tickets SET deleted_at = created_at, deletion_id = 1 WHERE id = {done}",
                    "UPDATE tasks SET deleted_at = (SELECT lease_until FROM queue_items WHERE id = {heldItem}),"
                            + " deletion_id = 1 WHERE ticket_id = {done}"),
            new Damage(
                    "messages_are_numbered_below_the_next",
                    "INSERT INTO messages (id, conversation_id, seq, role, content, created_at)"
                            + " SELECT 1, id, next_seq, 'USER', 'late', created_at FROM conversations"
                            + " WHERE project_id = {other}"),
            new Damage("messages_are_numbered_without_a_gap", "DELETE FROM messages WHERE id = {message}"),
            new Damage(
                    "conversation_knows_when_it_spoke_last",
                    "UPDATE conversations SET last_message_at = NULL WHERE id = {direct}"),
            new Damage(
                    "conversation_is_listed_where_it_belongs",
                    "UPDATE conversations SET active_at = (SELECT lease_until FROM queue_items WHERE id = {heldItem})"),
            new Damage("nobody_read_what_was_not_said", "UPDATE participants SET last_read_seq = 9"),
            new Damage(
                    "same_people_find_their_conversation",
                    "UPDATE participants SET left_at = joined_at WHERE user_id = {ada}"),
            new Damage(
                    "owner_takes_part",
                    "DELETE FROM participants WHERE conversation_id = {direct} AND user_id <> {ada}"),
            new Damage(
                    "answer_is_in_the_conversation",
                    "UPDATE messages SET parent_id = {foreignMessage} WHERE id = {message}"),
            new Damage(
                    "artifact_is_its_newest_revision",
                    "INSERT INTO artifacts (id, project_id, type, title, format, status, revision, sha256, version,"
                            + " created_at, updated_at)"
                            + " SELECT 1, id, 'DOCUMENT', 't', 'TEXT', 'DRAFT', 1, '" + "0".repeat(64)
                            + "', 0, created_at, created_at FROM projects WHERE id = {other}"));

    private static final Damage COUNTS =
            new Damage("kept_counts_are_right", "UPDATE project_counts SET n = n + 1 WHERE kind = 'OPEN'");

    @Override
    boolean keepsTheRules() {
        return false;
    }

    /** R40 */
    @Test
    void everyInvariantCanFailAndIsNamed() throws SQLException {
        world();
        Verified sound = verify();
        assertThat(sound.contradictions()).isEmpty();
        List<Damage> damages = new ArrayList<>(DAMAGES);
        if (database instanceof DatabaseOptions.Sqlite) {
            damages.add(COUNTS);
        }
        assertThat(damages).as("one damage for each invariant").hasSize(sound.invariants());
        for (Damage damage : damages) {
            assertThat(namesAfter(damage)).as(damage.invariant()).contains(damage.invariant());
        }
        assertThat(verify().contradictions()).as("each damage was taken back").isEmpty();
    }

    /** R30: a chain as long as a tracker may have is walked once. */
    @Test
    void aLongChainIsNoCycleAndOneEdgeMakesItOne() throws SQLException {
        int length = 3_000;
        List<TicketWithTasks> chain = new ArrayList<>();
        for (int from = 0; from < length; from += 1_000) {
            chain.addAll(
                    services.tickets().createAll(owner, CRN, Collections.nCopies(1_000, CreateTicket.titled("t"))));
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE tickets SET parent_id = (SELECT o.id FROM tickets o"
                    + " WHERE o.project_id = tickets.project_id AND o.number = tickets.number - 1)");
            assertThat(verify().contradictions()).isEmpty();
            statement.execute(
                    "UPDATE tickets SET parent_id = " + id(chain.getLast()).value() + " WHERE number = 1");
        }
        assertThat(verify().contradictions())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.invariant()).isEqualTo("parents_form_a_tree"));
    }

    @Test
    void whatIsFoundIsSaidWithTheRuleAndTheRow() throws SQLException {
        TicketWithTasks ticket = ticket("t", "a");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE tasks SET order_index = 3");
        }
        assertThat(verify().contradictions())
                .containsExactly(new Contradiction(
                        "task_order_is_dense",
                        "R31",
                        "ticket",
                        id(ticket).toString(),
                        "has tasks whose order is not 0, 1, 2 and so on, the task %s among them"
                                .formatted(ticket.tasks().getFirst().id())));
    }

    private Verified verify() {
        return Cairn.administration(CairnOptions.of(database)).verify();
    }

    private Connection connect() throws SQLException {
        return switch (database) {
            case DatabaseOptions.Sqlite sqlite -> DriverManager.getConnection("jdbc:sqlite:" + sqlite.file());
            case DatabaseOptions.Postgres postgres ->
                DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        };
    }

    /** In a transaction that is taken back. */
    private Set<String> namesAfter(Damage damage) throws SQLException {
        Engine engine = database instanceof DatabaseOptions.Sqlite ? Engine.SQLITE : Engine.POSTGRESQL;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : damage.sql()) {
                statement.execute(filled(sql));
            }
            Set<String> names = new TreeSet<>();
            Verification.in(connection, engine).contradictions().forEach(found -> names.add(found.invariant()));
            connection.rollback();
            return names;
        }
    }

    private String filled(String sql) {
        String filled = sql;
        for (Map.Entry<String, Id<?>> id : ids.entrySet()) {
            filled = filled.replace(
                    "{" + id.getKey() + "}", String.valueOf(id.getValue().value()));
        }
        return filled;
    }

    /** An agent that was asked, and has nobody who provides a model. */
    private void askAnAgent() {
        Id<Agent> agent = services.agents()
                .create(owner, CreateAgent.of("Ada", "helper"))
                .agent()
                .id();
        services.members().put(owner, CRN, new Id<>(agent.value()), Role.EDITOR);
        Posted posted = services.replies()
                .post(
                        owner,
                        services.conversations().defaultChannel(owner, CRN).id(),
                        PostMessage.of("@Ada?"),
                        new ReplyWish.Concerned());
        ids.put("agent", agent);
        ids.put("run", posted.runs().getFirst().id());
        ids.put("question", posted.message().id());
    }

    /** Something of each kind, in each state that an invariant speaks of. */
    private void world() {
        askAnAgent();
        Queue waiting = queue("waiting");
        TicketWithTasks plain = ticket("plain");
        TicketWithTasks blocked = ticket("blocked");
        services.links().put(owner, ref(plain), LinkKind.BLOCKS, ref(blocked));
        TicketWithTasks epic = ticket("epic");
        TicketWithTasks child = ticket("child");
        services.tickets().update(owner, ref(child), Expected.ANY, parent(epic));
        TicketWithTasks group = ticket("group", "a", "b");
        List<ItemView> members = services.items()
                .enqueue(owner, waiting.id(), List.of(new EnqueueItem(ref(group), null, null, null, true, false)));
        Project other = services.projects().create(owner, CreateProject.of("OTH", "Other"));
        TicketWithTasks foreign =
                services.tickets().create(owner, ProjectRef.parse("OTH"), CreateTicket.titled("foreign"));

        Queue held = queue("held");
        TicketWithTasks inWork = ticket("in work");
        ItemView heldItem = enqueue(held, inWork);
        claim(held);

        Queue finished = queue("finished");
        TicketWithTasks done = ticket("done", "step");
        ItemView doneItem = enqueue(finished, done);
        ClaimUpdate first = ClaimUpdate.of(1);
        services.claims().release(owner, claim(finished).claim().id(), first);
        Claimed second = claim(finished);
        services.claims().complete(owner, second.claim().id(), new ClaimUpdate(2, null, null, null, null, null, true));

        talk();
        ids.put("queue", waiting.id());
        ids.put("plain", id(plain));
        ids.put("plainItem", enqueue(waiting, plain).item().id());
        ids.put("blocked", id(blocked));
        ids.put("blockedItem", enqueue(waiting, blocked).item().id());
        ids.put("epic", id(epic));
        ids.put("child", id(child));
        ids.put("headItem", members.getFirst().item().id());
        ids.put("member", group.tasks().getFirst().id());
        ids.put("memberItem", members.get(1).item().id());
        ids.put("other", other.id());
        ids.put("foreign", id(foreign));
        ids.put("heldItem", heldItem.item().id());
        ids.put("done", id(done));
        ids.put("doneTask", done.tasks().getFirst().id());
        ids.put("doneItem", doneItem.item().id());
        ids.put("doneClaim", second.claim().id());
    }

    private void talk() {
        Caller ada = human("Ada");
        var direct = cairn.conversations().begin(owner, CreateConversation.direct(ada.userId()));
        Id<Conversation> id = direct.shown().conversation().id();
        ids.put("ada", ada.userId());
        ids.put("direct", id);
        ids.put(
                "message",
                cairn.messages().post(owner, id, PostMessage.of("one")).id());
        cairn.messages().post(ada, id, PostMessage.of("two"));
        Id<Conversation> channel =
                cairn.conversations().defaultChannel(owner, CRN).id();
        ids.put(
                "foreignMessage",
                cairn.messages().post(owner, channel, PostMessage.of("three")).id());
    }
}
