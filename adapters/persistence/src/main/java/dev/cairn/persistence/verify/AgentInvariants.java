package dev.cairn.persistence.verify;

import dev.cairn.persistence.verify.Invariant.NoRows;
import java.util.List;

/** The invariants of agents, of their runs, and of the jobs that make these (R43, R47, L20). */
final class AgentInvariants {
    static final List<Invariant> ALL = List.of(
            new NoRows("agent_is_its_owners", "R47", "agent", "is no agent of its owner, the user %s", """
                    SELECT a.id, a.owner_id AS other FROM agents a JOIN users u ON u.id = a.id
                     WHERE u.type <> 'AGENT' OR u.owner_id IS NULL OR u.owner_id <> a.owner_id
                    """),
            new NoRows(
                    "live_run_has_its_job",
                    "L20",
                    "run",
                    "of the agent %s is to be made, and there is no job to make it",
                    """
                    SELECT r.id, r.agent_id AS other FROM agent_runs r
                     WHERE r.status IN ('QUEUED', 'RUNNING')
                       AND NOT EXISTS (SELECT 1 FROM jobs j
                                        WHERE j.kind = 'REPLY' AND j.subject_id = r.id
                                          AND j.status IN ('READY', 'RUNNING'))
                    """),
            new NoRows("ended_run_has_no_job", "L21", "run", "has ended, and the job %s would make it again", """
                    SELECT r.id, j.id AS other FROM agent_runs r JOIN jobs j ON j.subject_id = r.id
                     WHERE j.kind = 'REPLY' AND j.status IN ('READY', 'RUNNING')
                       AND r.status NOT IN ('QUEUED', 'RUNNING')
                    """),
            new NoRows(
                    "message_is_what_its_run_said", "R43", "message", "names the run %s, which did not say it", """
                    SELECT m.id, r.id AS other FROM messages m JOIN agent_runs r ON r.id = m.run_id
                     WHERE r.message_id IS NULL OR r.message_id <> m.id OR r.conversation_id <> m.conversation_id
                    """));

    private AgentInvariants() {}
}
