package dev.portcullis.screening.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.Particulars;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordCountsTest {
    private static final WordCounts COUNTS = WordCounts.of(10, Map.of("bank", 4, "trading", 2, "rare", 1));

    @Test
    void words_of_one_name_count_like_unknown_ones() {
        assertThat(COUNTS.words()).containsOnlyKeys("bank", "trading");
        assertThat(COUNTS.count("rare")).isZero();
    }

    @Test
    void counts_are_read_as_they_are_written() {
        assertThat(COUNTS.text()).isEqualTo("10\nbank 4\ntrading 2\n");
        assertThat(WordCounts.parse(COUNTS.text())).isEqualTo(COUNTS);
        assertThat(WordCounts.parse("0\n")).isEqualTo(WordCounts.of(0, Map.of()));
        for (String broken : new String[] {"", "x", "3\nbank", "3\nbank x\n", "3\nbank 4\n", "3\nbank 1\n", "-1\n"}) {
            assertThatThrownBy(() -> WordCounts.parse(broken)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_distance_is_about_the_share_of_names_that_came_or_went() {
        assertThat(COUNTS.distance(COUNTS)).isZero();
        assertThat(COUNTS.distance(WordCounts.of(0, Map.of()))).isEqualTo(1);
        WordCounts more = WordCounts.of(11, Map.of("bank", 5, "trading", 2, "shipping", 2));
        assertThat(COUNTS.distance(more)).isEqualTo(4 / 16.0);
    }

    @Test
    void a_score_stays_what_it_was_while_the_counts_stay() {
        KnownScore alone = KnownScore.of(null, 1);
        assertThat(alone.score()).isPositive();
        assertThat(KnownScore.of(null, 300).score()).isNotEqualTo(alone.score());
        assertThat(KnownScore.of(alone.counts(), 300).score()).isEqualTo(alone.score());
    }

    /** The score of a name on a list on which one of its words stands so many times more. */
    private record KnownScore(double score, WordCounts counts) {
        static KnownScore of(@Nullable WordCounts counts, int others) {
            List<ListedParty> entries = new ArrayList<>();
            entries.add(entry("karbovit", "KARBOVIT MANDARI SHIPPING"));
            for (int i = 0; i < others; i++) {
                entries.add(entry("other" + i, "MANDARI " + (char) ('A' + i % 26) + "LIGHT" + i));
            }
            NameNormalizer normalizer = new NameNormalizer(Lexicon.shipped());
            Matcher matcher = counts == null
                    ? Matcher.of(entries, normalizer, Profile.shipped())
                    : Matcher.of(entries, normalizer, Profile.shipped(), counts);
            double score = matcher.search("Karbovit Mandari").stream()
                    .filter(match -> match.entry().id().equals("karbovit"))
                    .mapToDouble(Match::score)
                    .sum();
            return new KnownScore(score, matcher.ownCounts());
        }

        private static ListedParty entry(String id, String name) {
            return new ListedParty(
                    id,
                    "SDN",
                    ListedParty.Type.ENTITY,
                    name,
                    List.of(),
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
    }
}
