package dev.cairn.application.user;

import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The built-in user of single-user mode: made when the database is, and the caller of everything (R6). The first
 * registration gives it a name and an account. Who it is stands in a system setting and never changes, whoever else
 * becomes an admin; demoted, it is a member, and deactivated, nobody acts as it.
 */
public final class LocalOwner {
    private static final SettingKey KEY = new SettingKey("localOwner");

    private final Transactions transactions;
    private final UserRepository users;
    private final SettingRepository settings;
    private final IdGenerator ids;
    private final Clock clock;
    private final AtomicReference<@Nullable Id<User>> known = new AtomicReference<>();
    private volatile @Nullable Seen seen;

    /** The user as read at this {@link Transactions#stamp}. */
    private record Seen(User user, long stamp) {}

    public LocalOwner(
            Transactions transactions, UserRepository users, SettingRepository settings, IdGenerator ids, Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers the owner's id. It makes the owner the first time, outside of any transaction, and costs nothing afterwards. */
    public Id<User> id() {
        Id<User> id = known.get();
        if (id == null) {
            id = stored().orElseGet(this::make);
            known.set(id);
        }
        return id;
    }

    /** Answers the owner as it is now, active or not, by one lookup unless nothing was written since the last one. */
    public User user() {
        return seen().orElseGet(() -> {
            OptionalLong stamp = transactions.stamp();
            User user = users.require(id());
            seen = stamp.isPresent() ? new Seen(user, stamp.getAsLong()) : null;
            return user;
        });
    }

    /** Answers {@link #user} if that needs no lookup. */
    Optional<User> seen() {
        Seen last = seen;
        OptionalLong stamp = transactions.stamp();
        return last != null && stamp.isPresent() && stamp.getAsLong() == last.stamp()
                ? Optional.of(last.user())
                : Optional.empty();
    }

    /** Answers the owner as a caller; empty while it is deactivated. */
    public Optional<Caller> caller() {
        return Optional.of(user()).filter(User::active).map(Caller::of);
    }

    /** Creates the owner; of several servers that start at once, one does and the others find it. */
    private Id<User> make() {
        return transactions.write(() -> {
            Id<User> id = ids.next();
            if (settings.putFirst(SettingHome.SYSTEM, KEY, Json.of(id))) {
                UserContent content = UserContent.named(User.LOCAL_OWNER_NAME);
                users.insert(User.human(id, content, SystemRole.ADMIN, Times.now(clock)));
            }
            return stored().orElseThrow();
        });
    }

    private Optional<Id<User>> stored() {
        return Optional.ofNullable(settings.all(SettingHome.SYSTEM).get(KEY)).map(Json::id);
    }
}
