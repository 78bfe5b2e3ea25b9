package dev.portcullis.screening.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.ListedParty.Type;
import dev.portcullis.screening.match.Asked.Clues;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.Word;
import dev.portcullis.screening.quality.Distortion;
import dev.portcullis.screening.quality.OfacLegacy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of each score, on real names distorted at random. */
class MatcherPropertiesTest {
    private static final List<ListedParty> ENTRIES = entries();
    private static final NameNormalizer NORMALIZER = new NameNormalizer(Lexicon.shipped());
    private static final Matcher MATCHER = matcher(ENTRIES);

    private static List<ListedParty> entries() {
        try {
            return OfacLegacy.excerpt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matcher matcher(List<ListedParty> entries) {
        return Matcher.of(entries, NORMALIZER, Profile.shipped());
    }

    private static String distorted(int entry, long seed) {
        Distortion[] all = {
            Distortion.ONE_TYPO, Distortion.TWO_TYPOS, Distortion.DROPPED_MIDDLE_NAME, Distortion.JOINED_WORDS
        };
        Random random = new Random(seed);
        ListedParty party = ENTRIES.get(entry);
        String name = all[random.nextInt(all.length)].of(party.name(), party.type(), random);
        return name == null ? party.name() : name;
    }

    private static List<Double> scores(List<Match> matches) {
        return matches.stream().map(Match::score).toList();
    }

    private static List<String> sortedWords(String name) {
        return NORMALIZER.normalize(name).words().stream()
                .map(Word::text)
                .sorted()
                .toList();
    }

    @Property(tries = 300)
    void the_order_of_a_persons_words_and_their_case_have_no_say(
            @ForAll @IntRange(max = 1_900) int entry, @ForAll long seed) {
        String name = distorted(entry, seed).replaceAll("[^A-Za-z ]", " ").trim();
        List<String> words = new ArrayList<>(List.of(name.split(" +")));
        Collections.shuffle(words, new Random(seed));
        String shuffled = String.join(" ", words).toLowerCase(Locale.ROOT);
        // Letters that come to stand together may be read as an abbreviation, words at an end as a legal form, and
        // Ullah belongs to the word before
        // it: where the order makes other words, it is another name.
        if (ENTRIES.get(entry).type() == Type.INDIVIDUAL && sortedWords(name).equals(sortedWords(shuffled))) {
            assertThat(scores(MATCHER.search(shuffled))).isEqualTo(scores(MATCHER.search(name)));
        }
    }

    @Property(tries = 20)
    void the_order_of_the_list_has_no_say(@ForAll long seed) {
        List<ListedParty> shuffled = new ArrayList<>(ENTRIES);
        Collections.shuffle(shuffled, new Random(seed));
        Matcher other = matcher(shuffled);
        for (int entry = 0; entry < 1_900; entry += 97) {
            String name = distorted(entry, seed);
            assertThat(other.search(name)).isEqualTo(MATCHER.search(name));
        }
    }

    @Property(tries = 200)
    void a_score_is_the_same_whichever_name_is_asked_for(@ForAll @IntRange(max = 1_900) int entry, @ForAll long seed) {
        String listed = ENTRIES.get(entry).name().replace(",", "");
        String asked = distorted(entry, seed);
        // One list with both names, so that words weigh the same both ways.
        Matcher both = matcher(List.of(
                OfacLegacy.entry("1", Type.UNKNOWN, listed, List.of()),
                OfacLegacy.entry("2", Type.UNKNOWN, asked, List.of())));
        assertThat(scoreOf(both, asked, "1")).isEqualTo(scoreOf(both, listed, "2"));
    }

    private static double scoreOf(Matcher matcher, String name, String entry) {
        return matcher.search(name).stream()
                .filter(match -> match.entry().id().equals(entry))
                .mapToDouble(Match::score)
                .findFirst()
                .orElse(0);
    }

    @Property(tries = 200)
    void evidence_that_agrees_never_lowers_a_score_and_evidence_against_never_raises_it(
            @ForAll @IntRange(max = 1_900) int entry, @ForAll long seed) {
        ListedParty party = ENTRIES.get(entry);
        ListedParty inCuba = new ListedParty(
                party.id(),
                party.list(),
                party.type(),
                party.name(),
                party.aliases(),
                List.of(),
                List.of("CU"),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                party.particulars());
        Matcher one = matcher(List.of(inCuba));
        String name = distorted(entry, seed);
        double unknown = best(one, Clues.NONE, name);
        assertThat(best(one, Clues.in(List.of("CU")), name)).isGreaterThanOrEqualTo(unknown);
        assertThat(best(one, Clues.in(List.of("FR")), name)).isLessThanOrEqualTo(unknown);
    }

    private static double best(Matcher matcher, Clues clues, String name) {
        return matcher.search(Asked.of(name).with(clues), cleared -> false).stream()
                .mapToDouble(Match::score)
                .findFirst()
                .orElse(0);
    }

    @Property(tries = 300)
    void the_index_finds_what_a_scan_finds(@ForAll @IntRange(max = 1_900) int entry, @ForAll long seed) {
        String name = distorted(entry, seed);
        assertThat(MATCHER.search(name)).isEqualTo(MATCHER.scan(Asked.of(name)));
    }
}
