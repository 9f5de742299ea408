package dev.cairn.application.user;

import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.UserType;
import java.time.Clock;

/** The built-in user of single-user mode: made at the first start, the caller of everything (R6). */
public final class LocalOwner {
    private final Transactions transactions;
    private final UserRepository users;
    private final IdGenerator ids;
    private final Clock clock;

    public LocalOwner(Transactions transactions, UserRepository users, IdGenerator ids, Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    public Caller caller() {
        User owner = users.findLocalOwner().orElseGet(this::create);
        return new Caller(owner.id(), owner.name());
    }

    private User create() {
        return transactions.write(() -> users.findLocalOwner()
                .orElseGet(() -> users.insert(new User(
                        ids.next(), UserType.HUMAN, User.LOCAL_OWNER_NAME, Lifecycle.startingAt(Times.now(clock))))));
    }
}
