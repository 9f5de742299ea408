package dev.cairn.server.access;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The callers of the routes of people, and those whom they ask about.
 *
 * @param tokens what each caller shows
 * @param callers who they are
 * @param others who is none of them
 * @param spare what each has, callers and others, that nobody uses
 */
record People(
        Map<Person, String> tokens, Map<Person, User> callers, Map<Whose, User> others, Map<Id<User>, Spare> spare) {
    /** A token, a session, a provider of models that is not there, and an agent. */
    record Spare(Id<ApiToken> token, Id<Session> session, Id<ModelProvider> provider, Id<Agent> agent) {}

    People {
        tokens = Map.copyOf(tokens);
        callers = Map.copyOf(callers);
        others = Map.copyOf(others);
        spare = Map.copyOf(spare);
    }

    /** What the caller shows; nothing when it does not say who it is. */
    @Nullable
    String token(Person person) {
        return tokens.get(person);
    }

    /** The names of whose things, as the caller sees it. */
    World world(Person caller, Whose whose, Id<User> guessed, String fresh) {
        @Nullable User user = whose == Whose.OWN ? callers.get(caller) : others.get(whose);
        Id<User> id = user == null ? guessed : user.id();
        @Nullable Spare theirs = spare.get(id);
        return new World(
                fresh,
                Map.of(
                        "user",
                        id.toString(),
                        "token",
                        (theirs == null ? guessed : theirs.token()).toString(),
                        "session",
                        (theirs == null ? guessed : theirs.session()).toString(),
                        "agent",
                        (theirs == null ? guessed : theirs.agent()).toString(),
                        "provider",
                        (theirs == null ? guessed : theirs.provider()).toString(),
                        "key",
                        setting(id).value(),
                        "name",
                        user == null ? "nobody" : user.name(),
                        "password",
                        PeopleMaker.PASSWORD,
                        "fresh",
                        fresh));
    }

    /** The one setting that each of them has. */
    static SettingKey setting(Id<User> user) {
        return new SettingKey("of" + user);
    }
}
