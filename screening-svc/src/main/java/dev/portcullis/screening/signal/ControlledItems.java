package dev.portcullis.screening.signal;

import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.SignalState.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries of the Commerce Control List in a text: those whose numbers stand there, and those that it describes by the words of
 * {@code signals/items.csv}, on a day. Immutable.
 */
final class ControlledItems {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}-])([0-9][A-E][0-9]{3}|EAR99)(?![\\p{L}\\p{N}])(?:\\.[a-z0-9]+)*");

    private final List<Described> described;

    private ControlledItems(List<Described> described) {
        this.described = List.copyOf(described);
    }

    /** The descriptions that ship with the service. */
    static ControlledItems shipped() {
        return Shipped.ITEMS;
    }

    private record Described(
            List<Eccn> eccns,
            Pattern words,
            LocalDate from,
            @Nullable LocalDate until,
            Set<Kind> kinds) {
        boolean stands(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /**
     * Each entry once, in the order of the text, numbers first.
     *
     * @param kind what the text is about
     * @param day the day whose control list is meant
     */
    List<Found<Eccn>> find(String text, Kind kind, LocalDate day) {
        Map<Eccn, Found<Eccn>> found = new LinkedHashMap<>();
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            Eccn eccn = Eccn.of(numbers.group(1));
            found.putIfAbsent(eccn, new Found<>(eccn, numbers.group()));
        }
        for (Described item : described) {
            Matcher words = item.words().matcher(text);
            if (item.kinds().contains(kind) && item.stands(day) && words.find()) {
                item.eccns().forEach(eccn -> found.putIfAbsent(eccn, new Found<>(eccn, words.group())));
            }
        }
        return List.copyOf(found.values());
    }

    private static final class Shipped {
        private static final ControlledItems ITEMS = new ControlledItems(
                DataFile.rows("items.csv").stream().map(Shipped::described).toList());

        private static Described described(Map<String, String> row) {
            String until = DataFile.column(row, "until");
            return new Described(
                    parts(row, "eccns").map(Eccn::of).toList(),
                    DataFile.pattern(DataFile.column(row, "pattern")),
                    LocalDate.parse(DataFile.column(row, "from")),
                    until.isEmpty() ? null : LocalDate.parse(until),
                    parts(row, "kinds").map(Kind::valueOf).collect(Collectors.toSet()));
        }

        private static java.util.stream.Stream<String> parts(Map<String, String> row, String column) {
            return Arrays.stream(DataFile.column(row, column).split("\\|"));
        }
    }
}
