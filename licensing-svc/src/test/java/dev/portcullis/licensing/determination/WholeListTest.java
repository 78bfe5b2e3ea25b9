package dev.portcullis.licensing.determination;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.DeterminationState.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * All entries of the shipped edition against all rows of the Country Chart, in one run: that no license which the law requires is
 * overlooked, by an oracle that reads the words of the control list itself and shares no code with the walk; and the pattern of the
 * answers, held against {@code determination/pattern.csv}.
 *
 * <p>An item of which only the entry is known may be any of the entry's items: whatever a row asks for, of whichever paragraph, must
 * then not be answered with silence.
 */
class WholeListTest {
    private static final Set<String> EMBARGOED = Set.of("CU", "IR", "KP", "SY", "RU", "BY");
    /** Requirements of the text that are enforced in part: the answer tells both (15 CFR 742.6(a)(6)(iii)(A); BIS of 2025-05-13). */
    private static final String PARTLY_ENFORCED = "742.6(a)(6)(iii)(A)";

    /** What an entry's heading says in prose, where it has no table, read by hand: where it asks for a license. */
    private static final Map<String, String> BY_HAND = Map.ofEntries(
            // 15 CFR 742.6(a)(8)
            Map.entry("0A521", "all but CA"),
            Map.entry("0B521", "all but CA"),
            Map.entry("0C521", "all but CA"),
            Map.entry("0D521", "all but CA"),
            Map.entry("0E521", "all but CA"),
            // 15 CFR 742.7(a)(4)
            Map.entry("0A982", "all but CA"),
            Map.entry("0A999", "KP"),
            Map.entry("1A999", "KP"),
            Map.entry("1D999", "KP"),
            Map.entry("2A994", "KP"),
            Map.entry("2A999", "KP"),
            Map.entry("2D994", "KP"),
            Map.entry("2E994", "KP"));

    private final JsonNode list = controlList();
    private final Map<String, Set<String>> chart = table("/law/country-chart.csv", 1);
    private final Map<String, Set<String>> footnotes = table("/law/country-chart.csv", 2);
    private final Map<String, Set<String>> groups = table("/law/country-groups.csv", 1);

    /** How a question was answered. */
    private record Answered(JsonNode entry, String country, Outcome outcome, boolean codified) {}

    @Test
    void
            no_license_that_the_list_requires_is_overlooked_and_the_pattern_of_the_answers_is_the_one_that_was_explained() {
        List<String> overlooked = new ArrayList<>();
        List<String> invented = new ArrayList<>();
        Map<String, Map<Outcome, Integer>> pattern = new TreeMap<>();
        int count = 0;
        for (JsonNode entry : list.path("entries")) {
            for (String country : chart.keySet()) {
                Answered answered = ask(entry, country);
                hold(answered, overlooked, invented);
                count(answered, pattern);
                count++;
            }
        }
        System.out.println(written(pattern));
        assertThat(count).isEqualTo(list.path("entries").size() * chart.size());
        assertThat(overlooked)
                .as("the list requires a license, and the answer says none")
                .isEmpty();
        assertThat(invented).as("nothing in the list asks for a license").isEmpty();
        assertThat(written(pattern))
                .as("answers have changed: explain why at the head of pattern.csv, and write the new table there")
                .isEqualTo(String.join("\n", lines("/determination/pattern.csv")));
    }

    private static Answered ask(JsonNode entry, String country) {
        String eccn = entry.path("eccn").asText();
        String form = switch (eccn.charAt(1)) {
            case 'D' -> " OBJECT_CODE";
            case 'E' -> " TECHNOLOGY";
            default -> "";
        };
        Ruling answer = Given.of(eccn + form, "EXPORT " + country + " region=OTHER", "=")
                .determine();
        return new Answered(entry, country, answer.outcome(), answer.codifiedOutcome() == Outcome.LICENSE_REQUIRED);
    }

    private void hold(Answered answered, List<String> overlooked, List<String> invented) {
        boolean silent = answered.outcome() == Outcome.NO_LICENSE_REQUIRED;
        boolean enforced = mayRequire(answered.entry(), answered.country(), false);
        boolean codified = mayRequire(answered.entry(), answered.country(), true);
        String name = answered.entry().path("eccn").asText() + " to " + answered.country();
        if (silent && (enforced || (codified && !answered.codified()))) {
            overlooked.add(name);
        }
        if (!silent && !codified) {
            invented.add(name + ": " + answered.outcome());
        }
    }

    private static void count(Answered answered, Map<String, Map<Outcome, Integer>> pattern) {
        Set<String> reasons = new TreeSet<>();
        answered.entry().path("reasonsForControl").forEach(reason -> reasons.add(reason.asText()));
        if (reasons.isEmpty()) {
            reasons.add(answered.entry().path("requirement").asText());
        }
        reasons.add("all");
        for (String reason : reasons) {
            pattern.computeIfAbsent(reason, key -> new EnumMap<>(Outcome.class))
                    .merge(answered.outcome(), 1, Integer::sum);
        }
    }

    private static String written(Map<String, Map<Outcome, Integer>> pattern) {
        StringBuilder text = new StringBuilder("reason");
        for (Outcome outcome : Outcome.values()) {
            text.append(',').append(outcome);
        }
        pattern.forEach((reason, counts) -> {
            text.append('\n').append(reason);
            for (Outcome outcome : Outcome.values()) {
                text.append(',').append(counts.getOrDefault(outcome, 0));
            }
        });
        return text.toString();
    }

    /** Whether the words of the list ask for a license for some item of an entry. */
    private boolean mayRequire(JsonNode entry, String country, boolean whatIsNotEnforcedToo) {
        String eccn = entry.path("eccn").asText();
        if (EMBARGOED.contains(country)) {
            return true;
        }
        String byHand = BY_HAND.get(eccn);
        if (byHand != null) {
            return byHand.equals("all but CA") ? !country.equals("CA") : byHand.equals(country);
        }
        if (!entry.path("requirement").asText().equals("TABLE")
                || !entry.path("reasonsInProse").isEmpty()
                || entry.path("controls").isEmpty()
                || footnoted(eccn, country)) {
            return true;
        }
        for (JsonNode control : entry.path("controls")) {
            if (asks(control, country, whatIsNotEnforcedToo)) {
                return true;
            }
        }
        return false;
    }

    private boolean asks(JsonNode control, String country, boolean whatIsNotEnforcedToo) {
        Set<String> columns = Objects.requireNonNull(chart.get(country));
        for (JsonNode column : control.path("columns")) {
            if (columns.contains(column.asText().replace(" Column ", ""))) {
                return true;
            }
        }
        String words = (control.path("appliesTo").asText() + " "
                + control.path("prose").asText());
        String lower = words.toLowerCase(Locale.ROOT);
        Set<String> in = groups.getOrDefault(country, Set.of());
        boolean concern = country.equals("MO") || in.contains("D:1") || in.contains("D:4") || in.contains("D:5");
        boolean allied = in.contains("A:5") || in.contains("A:6");
        if (words.contains(PARTLY_ENFORCED)) {
            return whatIsNotEnforcedToo || (concern && !allied) || country.equals("AE");
        }
        if (lower.contains("when exported from macau")) {
            // Every question of this table is about an export from the United States.
            return false;
        }
        if (lower.contains("except canada") || words.contains("742.15") || words.contains("742.14")) {
            return !country.equals("CA");
        }
        if (lower.contains("worldwide")
                || lower.contains("all destinations")
                || words.contains("742.6(a)(11)")
                || words.contains("742.6(a)(3)")
                || words.contains("742.18")) {
            return true;
        }
        if (lower.contains("un controls") || words.contains("746.1 of the EAR")) {
            return footnotes.getOrDefault(country, Set.of()).contains("1") || in.contains("D:5");
        }
        if (lower.contains("china, russia")) {
            return Set.of("CN", "HK", "RU", "VE").contains(country);
        }
        if (lower.contains("united arab emirates or destinations")) {
            return country.equals("AE") || (concern && !allied);
        }
        if (lower.contains("d:1, d:4, and d:5")) {
            return concern && !allied;
        }
        if (lower.contains("macau or a destination specified in country group d:5")) {
            return country.equals("MO") || in.contains("D:5");
        }
        Map<String, String> named = Map.of("iraq", "IQ", "pakistan", "PK", "north korea", "KP");
        return named.entrySet().stream()
                        .anyMatch(one ->
                                lower.contains(one.getKey()) && one.getValue().equals(country))
                || (control.path("columns").isEmpty() && lower.contains("mt applies to"));
    }

    /** Footnotes 3, 7 and 10 of the chart, read by hand. */
    private boolean footnoted(String eccn, String country) {
        Set<String> notes = footnotes.getOrDefault(country, Set.of());
        return (notes.contains("3") && eccn.equals("0A919"))
                || (notes.contains("7") && Set.of("6A003", "9A515").contains(eccn))
                || (notes.contains("10")
                        && Set.of(
                                        "0A501", "0A502", "0A504", "0A505", "0A506", "0A507", "0A508", "0A509", "0D501",
                                        "0D505", "0E501", "0E504", "0E505")
                                .contains(eccn));
    }

    /** The list as classification-svc ships it: its own words, from which the rows under test were compiled. */
    private static JsonNode controlList() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("classification-svc/src/main/resources/law/control-list/shipped.json");
            if (Files.exists(found)) {
                try {
                    return new ObjectMapper().readTree(found.toFile());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalStateException("the control list of classification-svc is not there");
    }

    private static Map<String, Set<String>> table(String resource, int column) {
        Map<String, Set<String>> table = new HashMap<>();
        for (String line : lines(resource)) {
            if (line.matches("[A-Z]{2},.*")) {
                String[] cells = line.split(",", -1);
                table.put(
                        cells[0],
                        cells.length <= column || cells[column].isBlank()
                                ? Set.of()
                                : new HashSet<>(Set.of(cells[column].trim().split(" "))));
            }
        }
        return table;
    }

    /** The lines of a resource, without remarks. */
    private static List<String> lines(String resource) {
        InputStream in = Objects.requireNonNull(WholeListTest.class.getResourceAsStream(resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
