package dev.cairn.cli;

import dev.cairn.client.Bodies.NewProject;
import dev.cairn.client.CairnClient;
import dev.cairn.client.ProblemException;

/** Makes a project where there is none yet. */
final class NewProjects {
    private NewProjects() {}

    /** Returns whether there was none. */
    static boolean create(CairnClient api, String key, String name) {
        try {
            api.getProject(key);
            return false;
        } catch (ProblemException e) {
            if (ExitCode.ofStatus(e.status()) != ExitCode.NOT_FOUND) {
                throw e;
            }
            api.createProject(new NewProject().key(key).name(name));
            return true;
        }
    }
}
