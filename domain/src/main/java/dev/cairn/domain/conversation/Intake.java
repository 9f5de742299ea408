package dev.cairn.domain.conversation;

import dev.cairn.domain.collected.ValidationReport;
import dev.cairn.domain.project.Project;

/** The first message of an intake chat, which asks for the data that the rubric checks (R19, R25). */
public final class Intake {
    private Intake() {}

    public static String firstMessage(Project project) {
        return """
            This chat collects what project %s (%s) needs before work begins. Ask for one thing at a time:
            1. its actors (people, systems, others), and what each of them wants to reach
            2. its use cases, each with an actor and the steps
            3. its boundaries: what is inside and outside, in and out of scope
            4. its entities, with attributes and how they relate
            5. its goals, and a description of the whole
            What is known goes to the project's collected data; it suffices once the validation gives %d of 100 points.
            """.formatted(project.content().name(), project.key(), ValidationReport.PASS_SCORE);
    }
}
