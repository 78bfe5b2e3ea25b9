package dev.portcullis.screening.signal;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.SignalState.Basis;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Source;
import dev.portcullis.contracts.SignalState.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What differs between two editions of a list file, told as news: one for each list and kind of difference. Pure. */
final class EditionDelta {
    private EditionDelta() {}

    /** How an entry differs. */
    enum Difference {
        ADDED(Kind.LIST_ADDITION, Direction.TIGHTENS, "added to"),
        REMOVED(Kind.LIST_REMOVAL, Direction.EASES, "removed from"),
        CHANGED(Kind.LIST_CHANGE, Direction.CORRECTS, "changed on");

        private final Kind kind;
        private final Direction direction;
        private final String words;

        Difference(Kind kind, Direction direction, String words) {
            this.kind = kind;
            this.direction = direction;
            this.words = words;
        }
    }

    /**
     * An entry that differs.
     *
     * @param difference how
     * @param list the code of its list
     * @param edition the edition in which it stands: the new one, or the old one where it was removed
     * @param entryId its id there
     * @param name the name that it is listed under
     * @param countries ISO 3166-1 alpha-2 codes of its addresses, as far as the list tells
     */
    record Entry(
            Difference difference, String list, String edition, String entryId, String name, List<String> countries) {}

    /**
     * News of entries.
     *
     * @param list the code of their list
     * @param difference how they differ
     * @param news what the signal says
     * @param entries the entries
     */
    record Told(String list, Difference difference, News news, List<Entry> entries) {}

    /** The news of what differs, by list and difference. */
    static List<Told> told(List<Entry> entries, LocalDate day) {
        Map<String, Map<Difference, List<Entry>>> byList = entries.stream()
                .collect(Collectors.groupingBy(
                        Entry::list,
                        TreeMap::new,
                        Collectors.groupingBy(Entry::difference, TreeMap::new, Collectors.toList())));
        List<Told> told = new ArrayList<>();
        byList.forEach((list, differences) -> differences.forEach((difference, found) ->
                told.add(new Told(list, difference, news(list, difference, found, day), found))));
        return told;
    }

    private static News news(String list, Difference difference, List<Entry> entries, LocalDate day) {
        TreeSet<CountryCode> countries = entries.stream()
                .flatMap(entry -> entry.countries().stream())
                .filter(CountryCode::isKnown)
                .map(CountryCode::of)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Long> perCountry = entries.stream()
                .flatMap(entry -> entry.countries().stream().distinct())
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
        String title = entries.size() + (entries.size() == 1 ? " entry " : " entries ") + difference.words + " " + list;
        String text = perCountry.isEmpty()
                ? title
                : title + ": "
                        + perCountry.entrySet().stream()
                                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                                .collect(Collectors.joining(", "));
        return new News(
                difference.kind,
                Source.LIST_EDITION,
                Stage.FINAL,
                difference.direction,
                title,
                text,
                day,
                new Effective(day, null, null, Basis.PUBLICATION),
                List.of(),
                List.copyOf(countries),
                entries.stream().map(Entry::name).toList(),
                null,
                null,
                List.of(new Evidence("kind", difference.kind.name(), "Two editions of the list differ")));
    }
}
