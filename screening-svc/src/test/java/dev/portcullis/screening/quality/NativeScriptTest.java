package dev.portcullis.screening.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.ListedParty.Type;
import dev.portcullis.screening.list.Particulars;
import dev.portcullis.screening.match.Match;
import dev.portcullis.screening.match.Matcher;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * The UN's names in their original script against its Latin ones: without the original script in the index, as a name comes that a list knows in
 * Latin letters only. Recall at a precision is that at the lowest score at which so large a share of the first hits is the right entry.
 */
class NativeScriptTest {
    private static final double PRECISION = 0.95;

    /** Low enough for every answer that the measure may need. */
    private static final double LEAST = 0.55;

    private final List<ListedParty> entries = new ArrayList<>();
    private final List<Original> originals = new ArrayList<>();

    /** A name in its own script, and whose it is. */
    private record Original(String entry, String name) {
        boolean isIn(UnicodeScript script) {
            return name.codePoints()
                    .filter(Character::isLetter)
                    .mapToObj(UnicodeScript::of)
                    .findFirst()
                    .filter(script::equals)
                    .isPresent();
        }
    }

    /** The first hit. */
    private record Answer(double score, boolean right) {}

    NativeScriptTest() throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setCommentMarker('#').get();
        try (InputStream in = NativeScriptTest.class.getResourceAsStream("/names/un-original-script.csv");
                CSVParser rows = CSVParser.parse(in, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                entries.add(entry(row));
                if (!row.get(4).isEmpty()) {
                    originals.add(new Original(row.get(0), row.get(4)));
                }
            }
        }
    }

    private static ListedParty entry(CSVRecord row) {
        List<Alias> aliases = Arrays.stream(row.get(3).split("\\|"))
                .filter(alias -> !alias.isEmpty() && isLatin(alias))
                .map(alias ->
                        alias.startsWith("~") ? new Alias(alias.substring(1), Alias.Kind.WEAK) : Alias.strong(alias))
                .toList();
        return new ListedParty(
                row.get(0),
                "UN",
                row.get(1).equals("individual") ? Type.INDIVIDUAL : Type.ENTITY,
                row.get(2),
                aliases,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Particulars.NONE);
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
    }

    @Test
    void arabic_names_are_found_among_latin_ones() {
        assertThat(recall(UnicodeScript.ARABIC, 366, LEAST)).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void most_arabic_names_are_found_at_the_threshold_that_ships() {
        assertThat(recall(UnicodeScript.ARABIC, 366, Profile.shipped().reviewThreshold()))
                .isGreaterThanOrEqualTo(0.84);
    }

    @Test
    void cyrillic_names_are_found_among_latin_ones() {
        assertThat(recall(UnicodeScript.CYRILLIC, 11, LEAST)).isGreaterThanOrEqualTo(0.95);
    }

    private double recall(UnicodeScript script, int names, double threshold) {
        Matcher matcher = Matcher.of(
                entries,
                new NameNormalizer(Lexicon.shipped()),
                Profile.shipped().withReviewThreshold(threshold));
        List<Answer> answers = new ArrayList<>();
        int asked = 0;
        for (Original original : originals) {
            if (original.isIn(script)) {
                asked++;
                List<Match> matches = matcher.search(original.name());
                if (!matches.isEmpty()) {
                    Match first = matches.get(0);
                    answers.add(new Answer(first.score(), first.entry().id().equals(original.entry())));
                }
            }
        }
        assertThat(asked).isEqualTo(names);
        answers.sort(Comparator.comparingDouble(Answer::score).reversed());
        int right = 0;
        int most = 0;
        for (int i = 0; i < answers.size(); i++) {
            right += answers.get(i).right() ? 1 : 0;
            most = right >= PRECISION * (i + 1) ? right : most;
        }
        System.out.printf("%s from %.2f: %d of %d at a precision of %.2f%n", script, threshold, most, asked, PRECISION);
        return (double) most / asked;
    }
}
