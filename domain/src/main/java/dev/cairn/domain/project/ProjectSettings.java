package dev.cairn.domain.project;

/**
 * Settings of one project.
 *
 * @param autoCompleteTickets whether a ticket completes by itself with its last open task (R29)
 */
public record ProjectSettings(boolean autoCompleteTickets) {
    public static final ProjectSettings DEFAULT = new ProjectSettings(true);
}
