package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.person.Marking;
import dev.portcullis.personnel.person.Person;
import dev.portcullis.personnel.person.PersonCriteria;
import dev.portcullis.personnel.person.PersonCriteria.Everybody;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.personnel.person.Persons.Ordering;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Searches users whose records are sealed. What the database can answer by clear columns and marks, it answers; of what is left,
 * records are opened a few at a time and the filter is held against each. How many are opened for one request is bounded.
 */
@ApplicationScoped
public class UserSearch {
    private static final int AT_ONCE = 200;

    @Inject
    Persons persons;

    @Inject
    Users users;

    @Inject
    Marking marking;

    @Inject
    ScimSettings settings;

    /**
     * A page.
     *
     * @param from the first result that is wanted, from 1
     * @param most how many results are wanted
     * @param withGroups whether results carry the groups of their users
     */
    Uni<Results> page(
            @Nullable Condition condition,
            @Nullable Sorting sorting,
            int from,
            int most,
            boolean withGroups,
            String base) {
        Narrowing narrowing = narrowing(condition);
        Ordering ordering = ordering(sorting);
        if (narrowing.exact() && ordering != null) {
            return persons.list(narrowing.criteria(), ordering, from - 1, most)
                    .chain(found -> users.shown(found.people(), withGroups, base)
                            .map(shown -> new Results(shown, found.total(), null)));
        }
        Gathering gathering = new Gathering(condition, sorting, withGroups || looksAtGroups(condition), base);
        return gather(narrowing.criteria(), gathering, "").chain(() -> {
            List<String> ids = gathering.page(from, most);
            return persons.all(ids)
                    .chain(people -> users.shown(people, withGroups, base))
                    .map(shown -> new Results(inOrder(ids, shown), (long) gathering.found.size(), null));
        });
    }

    /**
     * A page after a place, in the order in which users came. It may hold less than was wanted although there is more: then many
     * records had to be opened to find those.
     *
     * @param after the id of the last user who was looked at; empty for the first page
     */
    Uni<Results> after(@Nullable Condition condition, String after, int most, boolean withGroups, String base) {
        Narrowing narrowing = narrowing(condition);
        Uni<@Nullable Long> total = narrowing.exact()
                ? persons.count(narrowing.criteria()).map(count -> count)
                : Uni.createFrom().nullItem();
        Step step = new Step(
                narrowing.exact() ? null : condition, most, withGroups || looksAtGroups(condition), base, after);
        return total.chain(count ->
                step(narrowing.criteria(), step).map(next -> new Results(List.copyOf(step.shown), count, next)));
    }

    private Narrowing narrowing(@Nullable Condition condition) {
        return condition == null ? new Narrowing(new Everybody(), true) : Narrowing.of(condition, marking.complete());
    }

    /** The order in which the database can list; null where it cannot. */
    private static @Nullable Ordering ordering(@Nullable Sorting sorting) {
        if (sorting == null) {
            return Ordering.AS_THEY_CAME;
        }
        boolean down = sorting.descending();
        return switch (sorting.place().name()) {
            // Ids rise with the time at which they were given.
            case "id", "meta.created" -> down ? Ordering.LAST_TO_COME_FIRST : Ordering.AS_THEY_CAME;
            case "meta.lastModified" ->
                down ? Ordering.MOST_RECENTLY_CHANGED_FIRST : Ordering.LEAST_RECENTLY_CHANGED_FIRST;
            default -> null;
        };
    }

    private Uni<Void> gather(PersonCriteria criteria, Gathering gathering, String after) {
        return persons.next(criteria, after, AT_ONCE)
                .chain(people -> users.shown(people, gathering.withGroups, gathering.base)
                        .chain(shown -> {
                            gathering.take(people, shown);
                            if (people.size() < AT_ONCE) {
                                return Uni.createFrom().voidItem();
                            }
                            if (gathering.opened >= settings.mostOpened()) {
                                throw ScimType.TOO_MANY.because("To answer, more than " + settings.mostOpened()
                                        + " sealed records would have to be opened: narrow the filter by id, userName,"
                                        + " externalId, emails, displayName or employeeNumber, or page by cursor.");
                            }
                            return gather(
                                    criteria,
                                    gathering,
                                    people.get(people.size() - 1).id());
                        }));
    }

    private Uni<@Nullable String> step(PersonCriteria criteria, Step step) {
        return persons.next(criteria, step.last, AT_ONCE)
                .chain(people -> users.shown(people, step.withGroups, step.base).chain(shown -> {
                    for (int i = 0; i < people.size(); i++) {
                        if (step.shown.size() == step.most) {
                            return Uni.createFrom().<@Nullable String>item(step.last);
                        }
                        step.last = people.get(i).id();
                        if (step.condition == null || step.condition.matches(shown.get(i))) {
                            step.shown.add(shown.get(i));
                        }
                    }
                    step.opened += people.size();
                    if (people.size() < AT_ONCE) {
                        return Uni.createFrom().<@Nullable String>nullItem();
                    }
                    return step.opened >= settings.mostOpenedPerPage()
                            ? Uni.createFrom().<@Nullable String>item(step.last)
                            : step(criteria, step);
                }));
    }

    private static boolean looksAtGroups(@Nullable Condition condition) {
        return condition != null && names(condition, "groups");
    }

    private static boolean names(Condition condition, String attribute) {
        if (condition instanceof Condition.Both both) {
            return names(both.left(), attribute) || names(both.right(), attribute);
        } else if (condition instanceof Condition.Either either) {
            return names(either.left(), attribute) || names(either.right(), attribute);
        } else if (condition instanceof Condition.Not not) {
            return names(not.inner(), attribute);
        } else if (condition instanceof Condition.Has has) {
            return has.place().attribute().name().equals(attribute);
        } else if (condition instanceof Condition.Lacks lacks) {
            return lacks.place().attribute().name().equals(attribute);
        } else if (condition instanceof Condition.Some some) {
            return some.place().attribute().name().equals(attribute);
        }
        return ((Condition.Compares) condition).place().attribute().name().equals(attribute);
    }

    private static List<ObjectNode> inOrder(List<String> ids, List<ObjectNode> shown) {
        Map<String, ObjectNode> byId = new HashMap<>();
        shown.forEach(user -> byId.put(user.path("id").asText(), user));
        return ids.stream().filter(byId::containsKey).map(byId::get).toList();
    }

    /** Those who were found, by what they are ordered by; of each no more than that and the id is kept. */
    private static final class Gathering {
        private final @Nullable Condition condition;
        private final @Nullable Sorting sorting;
        private final boolean withGroups;
        private final String base;
        private final List<Key> found = new ArrayList<>();
        private int opened;

        Gathering(@Nullable Condition condition, @Nullable Sorting sorting, boolean withGroups, String base) {
            this.condition = condition;
            this.sorting = sorting;
            this.withGroups = withGroups;
            this.base = base;
        }

        void take(List<Person> people, List<ObjectNode> shown) {
            opened += people.size();
            for (ObjectNode user : shown) {
                if (condition == null || condition.matches(user)) {
                    found.add(new Key(
                            sorting == null ? null : sorting.key(user),
                            user.path("id").asText()));
                }
            }
        }

        List<String> page(int from, int most) {
            if (sorting != null) {
                Comparator<@Nullable String> order = sorting.order();
                found.sort((one, other) -> {
                    int byKey = order.compare(one.key, other.key);
                    return byKey != 0 ? byKey : one.id.compareTo(other.id);
                });
            }
            return found.stream().skip(from - 1L).limit(most).map(Key::id).toList();
        }
    }

    private record Key(@Nullable String key, String id) {}

    /** A page in the making. */
    private static final class Step {
        private final @Nullable Condition condition;
        private final int most;
        private final boolean withGroups;
        private final String base;
        private final List<ObjectNode> shown = new ArrayList<>();
        private String last;
        private int opened;

        Step(@Nullable Condition condition, int most, boolean withGroups, String base, String last) {
            this.condition = condition;
            this.most = most;
            this.withGroups = withGroups;
            this.base = base;
            this.last = last;
        }
    }
}
