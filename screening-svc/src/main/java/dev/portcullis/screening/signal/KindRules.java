package dev.portcullis.screening.signal;

import dev.portcullis.contracts.SignalState.Kind;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a document is about by the ordered rules of {@code signals/kinds.csv}. Immutable. */
final class KindRules {
    private final List<Rule> rules;

    private KindRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules that ship with the service. */
    static KindRules shipped() {
        return Shipped.RULES;
    }

    /**
     * What was told, and by what.
     *
     * @param kind what happened; null where the document is of no concern
     * @param rule the rule's name
     * @param reason why the rule says so
     */
    record Verdict(@Nullable Kind kind, String rule, String reason) {}

    private record Rule(
            Verdict verdict,
            @Nullable Pattern title,
            @Nullable Pattern text,
            @Nullable Pattern unless) {
        boolean fits(FederalRegisterDocument document) {
            String whole = document.text();
            return (title == null || title.matcher(document.title()).find())
                    && (text == null || text.matcher(whole).find())
                    && (unless == null || !unless.matcher(whole).find());
        }
    }

    Verdict verdict(FederalRegisterDocument document) {
        return rules.stream()
                .filter(rule -> rule.fits(document))
                .findFirst()
                .map(Rule::verdict)
                .orElse(new Verdict(null, "none", "No rule knows it for export control or sanctions"));
    }

    private static final class Shipped {
        private static final KindRules RULES = load();

        private static KindRules load() {
            String countries = CountryNames.shipped().alternatives();
            return new KindRules(DataFile.rows("kinds.csv").stream()
                    .map(row -> new Rule(
                            new Verdict(
                                    kind(DataFile.column(row, "kind")),
                                    DataFile.column(row, "rule"),
                                    DataFile.column(row, "reason")),
                            pattern(row, "title", countries),
                            pattern(row, "text", countries),
                            pattern(row, "unless", countries)))
                    .toList());
        }

        private static @Nullable Kind kind(String name) {
            return name.isEmpty() ? null : Kind.valueOf(name);
        }

        private static @Nullable Pattern pattern(Map<String, String> row, String column, String countries) {
            String text = DataFile.column(row, column);
            return text.isEmpty() ? null : DataFile.pattern(text.replace("{country}", countries));
        }
    }
}
