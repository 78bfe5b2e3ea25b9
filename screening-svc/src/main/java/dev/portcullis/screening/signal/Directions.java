package dev.portcullis.screening.signal;

import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells which way a document moves what is permitted, by the ordered rules of {@code signals/directions.csv}. Immutable. */
final class Directions {
    private record Rule(
            Direction direction,
            Set<Kind> kinds,
            @Nullable Pattern title,
            @Nullable Pattern text) {
        boolean fits(FederalRegisterDocument document, Kind kind) {
            return (kinds.isEmpty() || kinds.contains(kind))
                    && (title == null || title.matcher(document.title()).find())
                    && (text == null || text.matcher(document.text()).find());
        }
    }

    private final List<Rule> rules;

    private Directions(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules that ship with the service. */
    static Directions shipped() {
        return Shipped.DIRECTIONS;
    }

    /** The direction of a document of a kind. */
    Direction direction(FederalRegisterDocument document, Kind kind) {
        return rules.stream()
                .filter(rule -> rule.fits(document, kind))
                .map(Rule::direction)
                .findFirst()
                .orElse(Direction.UNKNOWN);
    }

    private static final class Shipped {
        private static final Directions DIRECTIONS = new Directions(
                DataFile.rows("directions.csv").stream().map(Shipped::rule).toList());

        private static Rule rule(Map<String, String> row) {
            return new Rule(
                    Direction.valueOf(DataFile.column(row, "direction")),
                    Arrays.stream(DataFile.column(row, "kinds").split("\\|"))
                            .filter(name -> !name.isEmpty())
                            .map(Kind::valueOf)
                            .collect(Collectors.toSet()),
                    pattern(DataFile.column(row, "title")),
                    pattern(DataFile.column(row, "text")));
        }

        private static @Nullable Pattern pattern(String text) {
            return text.isEmpty() ? null : DataFile.pattern(text);
        }
    }
}
