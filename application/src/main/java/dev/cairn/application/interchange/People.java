package dev.cairn.application.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the members of a project by name, which is all that a file has of people. */
final class People {
    private final Map<String, Id<User>> byName = new HashMap<>();
    private final Map<Id<User>, String> names = new HashMap<>();

    private People() {}

    static People of(MemberRepository members, Id<Project> project) {
        People people = new People();
        Set<String> ambiguous = new HashSet<>();
        PageRequest request = new PageRequest(PageRequest.LIMIT_MAX, null, MemberRepository.ORDER, false);
        Page<MemberView> page;
        do {
            page = members.page(new MemberRepository.OfProject(project), request);
            for (MemberView member : page.items()) {
                Id<User> id = member.member().userId();
                people.names.put(id, member.name());
                if (people.byName.putIfAbsent(Text.uniqueKey(member.name()), id) != null) {
                    ambiguous.add(Text.uniqueKey(member.name()));
                }
            }
            request = request.at(page.nextCursor());
        } while (page.nextCursor() != null);
        people.byName.keySet().removeAll(ambiguous);
        return people;
    }

    /** Returns the only member with this name, ignoring case; null when there is none or several. */
    @Nullable
    Id<User> find(String name) {
        return byName.get(Text.uniqueKey(name));
    }

    @Nullable
    String name(@Nullable Id<User> user) {
        return user == null ? null : names.get(user);
    }
}
