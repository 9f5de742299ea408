package dev.cairn.http.problem;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.WireCode;
import org.jspecify.annotations.Nullable;

/** The hints over HTTP, by code. */
final class Hints {
    static final String LOCAL_TOKEN =
            "This machine's token is in the file 'token' in the data directory, which the server prints when it starts.";

    private Hints() {}

    static @Nullable String of(WireCode code) {
        return switch (code) {
            case HttpCode http -> http.hint();
            case ErrorCode.STALE_VERSION ->
                "Read it again, apply your change to what you read, and send its ETag as If-Match.";
            case ErrorCode.LEASE_LOST ->
                "Somebody else may hold the item now. Drop this claim and claim the next item.";
            case ErrorCode.BLOCKED -> "Finish what it waits for, or send \"despiteBlockers\": true.";
            case ErrorCode.TASKS_OPEN -> "Finish the tasks, or send \"finishTasks\": true.";
            case ErrorCode.ROLE_REQUIRED -> "Ask the project's owner to do it, or for the role.";
            case ErrorCode.OWNER_REQUIRED ->
                "POST /projects/{project}/transfer {\"to\": user} makes another user the owner.";
            case ErrorCode.ALREADY_QUEUED -> "Send \"returnExisting\": true to get the item that is queued.";
            case ErrorCode.PROJECT_ARCHIVED, ErrorCode.TICKET_ARCHIVED, ErrorCode.CONVERSATION_ARCHIVED ->
                "Unarchive it first.";
            case ErrorCode.DEFAULT_CHANNEL -> "Archive or delete the project, or another channel.";
            case ErrorCode.PARTICIPANTS_TAKEN ->
                "Go on in that one: POST /conversations with the same participants answers it.";
            case ErrorCode.MALFORMED_CURSOR -> "Take nextCursor from the answer to the same filter and sort.";
            case ErrorCode.OWNS_PROJECTS -> "Transfer them first, or send \"archiveProjects\": true.";
            case ErrorCode.RUN_ENDED -> "GET /runs/{run} says how it ended.";
            case ErrorCode.NO_PROVIDER -> "Give the agent an active provider, or make one its owner's default.";
            case ErrorCode.BUDGET_EXHAUSTED ->
                "Raise `tokensPerRun`, `tokensPerDay` or `costPerDay` of the agent, or `agentTokensPerDay` or `agentCostPerDay` of the project, or wait until tomorrow.";
            case ErrorCode.FOLDER_REQUIRED, ErrorCode.FOLDER_NOT_FOUND ->
                "Set the project's `localPath` to a folder of the server's machine.";
            case ErrorCode.FILE_NAMES_NOT_UTF8 -> "Start it with `LC_ALL=C.UTF-8`.";
            case ErrorCode.CONTENT_UNREADABLE -> "POST /projects/{project}/index has the folder indexed again.";
            case ErrorCode.JOB_ENDED -> "GET /jobs/{job} says how it ended.";
            case ErrorCode.BACKUP_REFUSED -> "Nothing was changed. The server's log may say more.";
            default -> null;
        };
    }
}
