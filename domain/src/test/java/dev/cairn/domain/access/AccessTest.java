package dev.cairn.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    private static final Caller CALLER =
            Caller.of(User.human(new Id<>(1), UserContent.named("Ada"), SystemRole.MEMBER, Instant.EPOCH));

    /** R18. */
    @ParameterizedTest
    @CsvSource({
        "READ, VIEWER EDITOR OWNER, ''",
        "WRITE, EDITOR OWNER, VIEWER",
        "CLAIM, EDITOR OWNER, VIEWER",
        "MANAGE, OWNER, VIEWER EDITOR"
    })
    void viewersReadEditorsWriteAndClaimOwnersManage(Right right, String enough, String tooLittle) {
        Access access = new Access(CALLER.userId(), right, null);
        for (String role : enough.split(" ", -1)) {
            access.require(Role.valueOf(role));
        }
        for (String role : tooLittle.isEmpty() ? new String[0] : tooLittle.split(" ", -1)) {
            assertThatThrownBy(() -> access.require(Role.valueOf(role)))
                    .isInstanceOfSatisfying(
                            Denied.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROLE_REQUIRED));
        }
    }

    @Test
    void anAccessIsTheCallersForWhatItWants() {
        assertThat(Access.read(CALLER)).isEqualTo(new Access(CALLER.userId(), Right.READ, null));
        assertThat(Access.write(CALLER).right()).isEqualTo(Right.WRITE);
        assertThat(Access.claim(CALLER).right()).isEqualTo(Right.CLAIM);
        assertThat(Access.manage(CALLER).right()).isEqualTo(Right.MANAGE);
    }
}
