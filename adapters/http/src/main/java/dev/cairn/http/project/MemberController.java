package dev.cairn.http.project;

import dev.cairn.application.project.MemberService;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Slice;
import dev.cairn.http.door.Versioned;
import dev.cairn.http.user.UserNames;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;

/** The routes of a project's members and its owner. */
@Routes(HttpSettings.BASE + "/projects/{project}")
class MemberController {
    private final MemberService members;
    private final UserNames names;

    MemberController(MemberService members, UserNames names) {
        this.members = members;
        this.names = names;
    }

    /** The role of a member. */
    @Introspected
    record Membership(Role role) {}

    /** The new owner of the project. */
    @Introspected
    record Transfer(String to) {}

    @Get("/members")
    ListBody<MemberView> list(Caller caller, ProjectRef project, @RequestBean Slice slice) {
        return ListBody.of(members.list(caller, project, slice.by(MemberRepository.ORDER)));
    }

    @Get("/members/{user}")
    MemberView get(Caller caller, ProjectRef project, String user) {
        return members.get(caller, project, names.id(caller, user));
    }

    @Put("/members/{user}")
    MemberView put(Caller caller, ProjectRef project, String user, @Body Membership body) {
        return members.put(caller, project, names.id(caller, user), body.role());
    }

    @Delete("/members/{user}")
    void remove(Caller caller, ProjectRef project, String user) {
        members.remove(caller, project, names.id(caller, user));
    }

    @Post("/transfer")
    @Idempotent
    Versioned<Project> transfer(Caller caller, ProjectRef project, @Body Transfer body, Expected expected) {
        Project transferred = members.transfer(caller, project, expected, names.id(caller, body.to(), "to"));
        return Versioned.of(transferred, transferred.lifecycle());
    }
}
