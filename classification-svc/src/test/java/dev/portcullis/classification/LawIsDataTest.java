package dev.portcullis.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.rules.Criterion;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.classification.rules.RuleBookFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No entry, threshold or day of the law stands in Java: the rules are data, and one more entry takes no release. Examples for people may. */
class LawIsDataTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final RuleBook RULES = RuleBookFile.shipped();

    /** What is only for people: comments, examples, and texts of annotations. */
    private static final Pattern FOR_PEOPLE = Pattern.compile(
            "\"\"\".*?\"\"\"|/\\*.*?\\*/|//[^\\n]*|example = \"[^\"]*\"|@ExampleObject\\([^)]*\\)|\" \\\\\"[^\\n]*",
            Pattern.DOTALL);

    private static final Pattern ENTRY = Pattern.compile("\"[0-9][A-E][0-9]{3}(\\.[a-z0-9]{1,3})*\"");
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\\\n])*\"");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[0-9][0-9_]*(\\.[0-9]+)?([eE][0-9]+)?(?![\\w.])");

    /** Up to there whole numbers are counts of anything. */
    private static final BigDecimal SMALL = BigDecimal.valueOf(100);

    @Test
    void no_entry_of_the_control_list_stands_in_code() throws IOException {
        for (Path file : sources()) {
            assertThat(found(ENTRY, code(file))).as(file.toString()).isEmpty();
        }
    }

    @Test
    void no_threshold_of_a_rule_stands_in_code() throws IOException {
        Set<BigDecimal> thresholds = RULES.rules().stream()
                .flatMap(LawIsDataTest::leaves)
                .filter(Criterion.Compare.class::isInstance)
                .map(leaf -> ((Criterion.Compare) leaf).threshold().stripTrailingZeros())
                .filter(LawIsDataTest::telling)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(thresholds).contains(new BigDecimal("4.8e3"), new BigDecimal("5.92"), new BigDecimal("2.5e25"));
        for (Path file : sources()) {
            assertThat(found(NUMBER, TEXT.matcher(code(file)).replaceAll("")).stream()
                            .map(number -> new BigDecimal(number.replace("_", "")).stripTrailingZeros())
                            .filter(thresholds::contains))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void no_day_of_a_rule_stands_in_code() throws IOException {
        Set<LocalDate> days = RULES.rules().stream().map(Rule::effectiveFrom).collect(Collectors.toSet());
        assertThat(days).contains(LocalDate.of(2023, 11, 17));
        for (Path file : sources()) {
            String code = code(file);
            for (LocalDate day : days) {
                assertThat(code)
                        .as(file.toString())
                        .doesNotContain(day.toString())
                        .doesNotContain(
                                "of(" + day.getYear() + ", " + day.getMonthValue() + ", " + day.getDayOfMonth());
            }
        }
    }

    /** A limit of 500 rows is no bandwidth, and a buffer of 512 bytes no key: round numbers and powers of two say nothing. */
    private static boolean telling(BigDecimal threshold) {
        if (threshold.scale() > 0) {
            return threshold.compareTo(BigDecimal.ONE) > 0;
        }
        boolean round = threshold.precision() == 1 || threshold.toBigInteger().bitCount() == 1;
        return threshold.compareTo(SMALL) > 0 && !round;
    }

    private static Stream<Criterion> leaves(Rule rule) {
        return Stream.concat(
                rule.when().leaves(),
                rule.unless().stream().flatMap(note -> note.when().leaves()));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(100);
            return sources;
        }
    }

    private static String code(Path file) throws IOException {
        return FOR_PEOPLE.matcher(Files.readString(file)).replaceAll("");
    }

    private static List<String> found(Pattern pattern, String code) {
        Matcher matcher = pattern.matcher(code);
        return matcher.results().map(result -> result.group()).toList();
    }
}
