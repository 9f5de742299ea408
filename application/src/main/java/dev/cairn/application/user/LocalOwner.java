package dev.cairn.application.user;

import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The built-in user of single-user mode: made at the first start, the caller of everything (R6). The first registration
 * gives it a name and an account; it stays who it is.
 */
public final class LocalOwner {
    private final Transactions transactions;
    private final UserRepository users;
    private final IdGenerator ids;
    private final Clock clock;
    private final AtomicReference<@Nullable Caller> known = new AtomicReference<>();

    public LocalOwner(Transactions transactions, UserRepository users, IdGenerator ids, Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    /** Costs nothing after the first time. */
    public Caller caller() {
        Caller caller = known.get();
        return caller == null ? refresh() : caller;
    }

    /** Somebody's name or role has changed, and that may have been the owner. */
    void noticed(User user) {
        if (user.systemRole() == SystemRole.ADMIN || user.id().equals(caller().userId())) {
            refresh();
        }
    }

    private Caller refresh() {
        Caller caller = Caller.of(users.findLocalOwner().orElseGet(this::create));
        known.set(caller);
        return caller;
    }

    private User create() {
        return transactions.write(() -> users.findLocalOwner()
                .orElseGet(() -> users.insert(User.human(
                        ids.next(), UserContent.named(User.LOCAL_OWNER_NAME), SystemRole.ADMIN, Times.now(clock)))));
    }
}
