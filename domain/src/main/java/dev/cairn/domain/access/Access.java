package dev.cairn.domain.access;

import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caller with the right that a use case needs; stores take it to find things in projects (R6). A thing in a project
 * of which the caller is no member is not found; a right that its role does not have is denied.
 *
 * @param projectId the one project that the caller is limited to; null when it is limited to none
 */
public record Access(Id<User> userId, Right right, @Nullable Id<?> projectId) {

    public static Access read(Caller caller) {
        return of(caller, Right.READ);
    }

    public static Access write(Caller caller) {
        return of(caller, Right.WRITE);
    }

    public static Access claim(Caller caller) {
        return of(caller, Right.CLAIM);
    }

    public static Access manage(Caller caller) {
        return of(caller, Right.MANAGE);
    }

    /**
     * Makes an access for finding out what a name stands for, before something is done with it that takes this right: checks
     * the scope and accepts any role.
     */
    public static Access naming(Caller caller, Right right) {
        return new Access(of(caller, right).userId(), Right.READ, caller.projectId());
    }

    /** Checks what the caller may do at all, for something new that lies in no project yet and so has no role to ask for. */
    public static void requireCreate(Caller caller) {
        caller.require(Scope.WRITE).requireUnlimited();
    }

    /** Checks the scope and makes the access; every access of a caller is made here. */
    private static Access of(Caller caller, Right right) {
        caller.require(
                switch (right) {
                    case READ -> Scope.READ;
                    case WRITE, MANAGE -> Scope.WRITE;
                    case CLAIM -> Scope.CLAIM;
                });
        return new Access(caller.userId(), right, caller.projectId());
    }

    /** @throws Denied {@code role_required} when a member with this role may see, but not do what is asked (R18) */
    public void require(Role role) {
        if (!role.includes(right.role())) {
            throw new Denied(
                    ErrorCode.ROLE_REQUIRED,
                    "This takes the role %s in the project; yours is %s"
                            .formatted(Wire.of(right.role()), Wire.of(role)),
                    Map.of("required", Wire.of(right.role()), "role", Wire.of(role)));
        }
    }
}
