package dev.cairn.application.interchange;

/**
 * A thing that an import could not carry over; the rest was imported.
 *
 * @param place {@code line 12}, or a path such as {@code master/tasks/3/subtasks/1}
 * @param code stable: {@code malformed}, {@code dangling}, {@code cycle}, {@code second_parent}, {@code shortened},
 *     {@code unknown_value}, {@code duplicate}, {@code skipped_target}, {@code not_carried_over}
 */
public record ImportProblem(String place, String code, String message) implements Imported {}
