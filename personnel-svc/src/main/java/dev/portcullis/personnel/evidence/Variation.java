package dev.portcullis.personnel.evidence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was asked varied by nationality. Groups of fewer than {@value #FEWEST} persons are not told, so that nobody's nationality can be
 * read off the report; where one group is withheld so is the next smallest, so that no group follows from the total.
 */
public final class Variation {
    /** Persons in a group that is told. */
    static final int FEWEST = 5;

    private Variation() {}

    /**
     * That somebody was asked.
     *
     * @param personId whom
     * @param role for which
     * @param edition of the question sets
     * @param questions names, with commas between
     * @param group the country that matters, or US_PERSON, or UNDETERMINED
     */
    record Asked(String personId, String role, String edition, String questions, String group) {}

    /**
     * What was asked of one role.
     *
     * @param persons who were asked
     * @param questionSets how many different sets were asked: one, where nothing varied
     * @param varies whether somebody was asked other questions than somebody else
     * @param groups by nationality
     * @param withheld how many groups are not told because they are too small
     */
    @RegisterForReflection(targets = {Role.class, Group.class})
    public record Role(
            String role,
            String edition,
            int persons,
            int questionSets,
            boolean varies,
            List<Group> groups,
            int withheld) {}

    /**
     * Persons of one nationality.
     *
     * @param questionSets how many different sets were asked of them
     * @param questionsPerPerson mean number of questions asked of one, repeats included
     */
    public record Group(String nationality, int persons, int questionSets, double questionsPerPerson) {}

    /** The report, by role and edition. */
    static List<Role> report(List<Asked> asked) {
        Map<String, List<Asked>> byRole = new TreeMap<>();
        asked.forEach(one -> byRole.computeIfAbsent(one.role() + "\0" + one.edition(), key -> new ArrayList<>())
                .add(one));
        return byRole.values().stream().map(Variation::role).toList();
    }

    /** The report in words. */
    static String text(List<Role> report) {
        StringBuilder text = new StringBuilder("What was asked, by role (8 U.S.C. 1324b)\n");
        for (Role role : report) {
            text.append("\nRole ")
                    .append(role.role())
                    .append(", questions of ")
                    .append(role.edition())
                    .append(": ")
                    .append(role.persons())
                    .append(" persons, ")
                    .append(role.questionSets())
                    .append(
                            role.varies()
                                    ? " different sets: THE QUESTIONS VARIED.\n"
                                    : " set: the questions did not vary.\n");
            for (Group group : role.groups()) {
                text.append(String.format(
                        java.util.Locale.ROOT,
                        "  %-14s %6d persons, %d set(s), %.2f questions a person%n",
                        group.nationality(),
                        group.persons(),
                        group.questionSets(),
                        group.questionsPerPerson()));
            }
            if (role.withheld() > 0) {
                text.append("  ").append(role.withheld()).append(" groups are too small to be told.\n");
            }
        }
        return text.toString();
    }

    private static Role role(List<Asked> asked) {
        Map<String, List<Asked>> byGroup = new TreeMap<>();
        asked.forEach(one ->
                byGroup.computeIfAbsent(one.group(), key -> new ArrayList<>()).add(one));
        List<Group> groups = new ArrayList<>(byGroup.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(Group::persons).thenComparing(Group::nationality))
                .toList());
        int all = groups.size();
        boolean small = false;
        while (!groups.isEmpty() && groups.get(0).persons() < FEWEST) {
            groups.remove(0);
            small = true;
        }
        if (small && all - groups.size() == 1 && !groups.isEmpty()) {
            groups.remove(0);
        }
        groups.sort(Comparator.comparing(Group::nationality));
        int sets = sets(asked);
        return new Role(
                asked.get(0).role(),
                asked.get(0).edition(),
                persons(asked),
                sets,
                sets > 1,
                groups,
                all - groups.size());
    }

    private static Group group(String nationality, List<Asked> asked) {
        int questions = asked.stream()
                .mapToInt(one -> one.questions().isEmpty() ? 0 : one.questions().split(",").length)
                .sum();
        int persons = persons(asked);
        return new Group(nationality, persons, sets(asked), (double) questions / persons);
    }

    private static int persons(List<Asked> asked) {
        Set<String> persons = new HashSet<>();
        asked.forEach(one -> persons.add(one.personId()));
        return persons.size();
    }

    private static int sets(List<Asked> asked) {
        Set<@Nullable String> sets = new HashSet<>();
        asked.forEach(one -> sets.add(one.questions()));
        return sets.size();
    }
}
