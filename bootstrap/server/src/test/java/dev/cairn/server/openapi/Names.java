package dev.cairn.server.openapi;

import java.util.Map;

/** Names of operations that the rule "method, then thing" would give no good one. */
final class Names {
    private static final Map<String, String> GIVEN = Map.ofEntries(
            Map.entry("changePasswordAuth", "changePassword"),
            Map.entry("changeRoleUser", "changeUserRole"),
            Map.entry("changeSettingsProject", "changeProjectSettings"),
            Map.entry("changeStatusArtifact", "changeArtifactStatus"),
            Map.entry("changeStatusProject", "changeProjectStatus"),
            Map.entry("changeStatusTask", "changeTaskStatus"),
            Map.entry("changeStatusTicket", "changeTicketStatus"),
            Map.entry("changeSystemSetting", "changeSystemSettings"),
            Map.entry("claim", "claimFromQueue"),
            Map.entry("claimAnyReadyClaim", "claimAnywhere"),
            Map.entry("claimReadyClaim", "claimReadyTicket"),
            Map.entry("createAllTicket", "createTickets"),
            Map.entry("endSessionAuth", "endSession"),
            Map.entry("enqueueQueueItem", "enqueueItems"),
            Map.entry("exportInterchange", "exportProject"),
            Map.entry("generateArtifact", "generateArtifacts"),
            Map.entry("getCollected", "getCollectedData"),
            Map.entry("historyClaim", "listClaimsOfItem"),
            Map.entry("index", "getIndex"),
            Map.entry("linkBrowserSession", "createBrowserLink"),
            Map.entry("listActivitys", "listActivity"),
            Map.entry("livenessHealth", "getLiveness"),
            Map.entry("logInAuth", "logIn"),
            Map.entry("logOutAuth", "logOut"),
            Map.entry("logOutEverywhereAuth", "logOutEverywhere"),
            Map.entry("meAuth", "getMe"),
            Map.entry("mergeCollected", "mergeCollectedData"),
            Map.entry("messagesConversation", "listMessages"),
            Map.entry("mineSetting", "getMySettings"),
            Map.entry("overviewProject", "getProjectOverview"),
            Map.entry("readinessHealth", "getReadiness"),
            Map.entry("readyTicket", "listReadyTickets"),
            Map.entry("registerAuth", "register"),
            Map.entry("reorderQueueItem", "reorderItems"),
            Map.entry("reorderTask", "reorderTasks"),
            Map.entry("replaceCollected", "replaceCollectedData"),
            Map.entry("retryFailedQueue", "retryFailedItems"),
            Map.entry("revisionArtifact", "getArtifactRevision"),
            Map.entry("revisionsArtifact", "listArtifactRevisions"),
            Map.entry("runInterchange", "importFile"),
            Map.entry("sessionsAuth", "listSessions"),
            Map.entry("settingsProject", "getProjectSettings"),
            Map.entry("statisticsProject", "getProjectStatistics"),
            Map.entry("statsQueue", "getQueueStatistics"),
            Map.entry("systemSetting", "getSystemSettings"),
            Map.entry("transferMember", "transferProject"),
            Map.entry("validateCollected", "validateProject"),
            Map.entry("validationCollected", "getValidation"));

    private Names() {}

    static String of(String derived) {
        return GIVEN.getOrDefault(derived, derived);
    }
}
