package dev.cairn.http.pack;

import dev.cairn.application.pack.Pack;
import dev.cairn.application.pack.PackRequest;
import dev.cairn.application.pack.PackService;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Routes;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;

/** Packs: made anew for each request, and kept nowhere (R52). */
@Routes(HttpSettings.BASE + "/projects/{project}/packs")
record PackController(PackService packs) {
    @Post
    Pack pack(Caller caller, ProjectRef project, @Body PackRequest body) {
        return packs.pack(caller, project, body);
    }
}
