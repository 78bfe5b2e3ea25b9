package dev.portcullis.screening.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.portcullis.screening.Lists;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.Particulars;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
    private static final NameNormalizer NORMALIZER = new NameNormalizer(Lexicon.shipped());
    private static final Profile PROFILE = Profile.shipped();
    private static final Matcher EXCERPT = Matcher.of(Lists.excerptEntries(), NORMALIZER, PROFILE);

    private static ListedParty listed(ListedParty.Type type, String name, String... aliases) {
        return new ListedParty(
                "e-" + name,
                "SDN",
                type,
                name,
                Arrays.stream(aliases).map(Alias::strong).toList(),
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

    private static Matcher matcher(ListedParty... entries) {
        return Matcher.of(List.of(entries), NORMALIZER, PROFILE);
    }

    private static double score(Matcher matcher, String name) {
        return matcher.search(name).stream()
                .mapToDouble(Match::score)
                .findFirst()
                .orElse(0);
    }

    @Test
    void every_name_and_alias_finds_its_own_entry() {
        for (ListedParty entry : Lists.excerptEntries()) {
            for (String name : Lists.names(entry)) {
                assertThat(EXCERPT.search(name))
                        .as(name)
                        .anyMatch(match -> match.isExact() && match.entry().equals(entry));
            }
        }
    }

    @Test
    void every_name_finds_its_entry_in_any_order() {
        Random random = new Random(7);
        for (ListedParty entry : Lists.excerptEntries()) {
            List<String> words = NORMALIZER.normalize(entry.name()).core().stream()
                    .map(Word::text)
                    .toList();
            String name = Distortions.reordered(String.join(" ", words), random);
            // A legal form that stood amid the words may come to stand at an end, where it is taken for one.
            boolean sameWords = NORMALIZER.normalize(name).core().size() == words.size();
            assertThat(EXCERPT.search(name))
                    .as(name)
                    .anyMatch(match -> match.entry().equals(entry) && (match.isExact() || !sameWords));
        }
    }

    @Test
    void a_typo_in_the_longest_word_is_found() {
        Random random = new Random(11);
        List<String> lost = new ArrayList<>();
        int tried = 0;
        for (ListedParty entry : Lists.excerptEntries()) {
            String typo = Distortions.typo(entry.name(), random);
            boolean long_enough = Arrays.stream(entry.name().split("\\W+")).anyMatch(word -> word.length() >= 8);
            if (long_enough && !typo.equals(entry.name())) {
                tried++;
                if (EXCERPT.search(typo).stream()
                        .noneMatch(match -> match.entry().equals(entry))) {
                    lost.add(typo);
                }
            }
        }
        assertThat(tried).isGreaterThan(25);
        assertThat(lost).isEmpty();
    }

    @Test
    void jon_smith_and_john_smith_alert() {
        Matcher matcher = matcher(listed(ListedParty.Type.INDIVIDUAL, "SMITH, John"));
        assertThat(score(matcher, "John Smith")).isEqualTo(1);
        assertThat(score(matcher, "Jon Smith")).isBetween(PROFILE.reviewThreshold(), 0.99);
        assertThat(score(matcher, "J. Smith")).isBetween(PROFILE.reviewThreshold(), 0.95);
        assertThat(score(matcher, "John Smyth")).isGreaterThanOrEqualTo(PROFILE.reviewThreshold());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Huawei Technologies | 1.0",
                "HUAWEI TECHNOLOGIES CO., LTD. | 1.0",
                "Technologies Huawei | 1.0",
                "Хуавей Технолоджис | 0.85",
                "华为技术有限公司 | 0.85",
                "Huwei Technologies Co Ltd | 0.85",
                "Cambrikon Technologies | 0.85",
                "Sense Time Group | 0.85",
                "Лаборатория Касперского | 0.85",
                "Мигалс Mishan al-Juburi | 0.0",
                "Mish'an El-Juburi | 0.85",
                "Misha'an Al Jabouri | 0.85",
                "Kalashnikov Aleksandr Petrovich | 0.85",
                "Александр Калашников | 0.85",
                "Wagner Group | 1.0",
                "Вагнер | 0.0",
                "HiSilicon Technologies | 1.0",
                "Hi Silicon Technologies | 0.85",
                "Микрон | 0.85",
                "IFLYTEK | 1.0",
                "iFlytek Co Ltd | 1.0"
            })
    void real_entries_are_found_under_the_spellings_that_buyers_use(String name, double atLeast) {
        assertThat(score(EXCERPT, name)).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void ordinary_companies_do_not_alert() {
        assertThat(CleanNames.COMPANIES)
                .allSatisfy(name -> assertThat(EXCERPT.search(name)).as(name).isEmpty());
    }

    @Test
    void a_hit_explains_each_word() {
        Match hit = EXCERPT.search("Huwei Technologies").get(0);
        assertThat(hit.parts()).hasSize(2);
        assertThat(hit.parts()).anySatisfy(part -> {
            assertThat(part.query()).isEqualTo("huwei");
            assertThat(part.listed()).isEqualTo("huawei");
            assertThat(part.similarity()).isBetween(0.7, 0.95);
            assertThat(part.weight()).isPositive();
        });
        double all = hit.parts().stream().mapToDouble(PartMatch::weight).sum();
        double alike = hit.parts().stream()
                .mapToDouble(part -> part.weight() * part.similarity())
                .sum();
        assertThat(hit.score()).isCloseTo(alike / all, within(0.0001));
    }

    @Test
    void a_contradicted_patronymic_scores_below_an_omitted_one() {
        Matcher matcher = matcher(listed(ListedParty.Type.INDIVIDUAL, "KALASHNIKOV, Alexander Petrovich"));
        double omitted = score(matcher, "Alexander Kalashnikov");
        double contradicted = score(matcher, "Alexander Sergeyevich Kalashnikov");
        assertThat(omitted).isGreaterThanOrEqualTo(PROFILE.reviewThreshold());
        assertThat(contradicted).isLessThan(omitted - 0.05);
    }

    @Test
    void a_typo_in_the_rare_word_is_found_although_a_common_word_hits() {
        assertThat(EXCERPT.search("Tianjin Phytiun Information Technology"))
                .anyMatch(hit -> hit.entry().name().contains("Phytium"));
        assertThat(EXCERPT.search("Information Technology")).isEmpty();
    }

    @Test
    void initials_alone_never_match() {
        Matcher matcher = matcher(listed(ListedParty.Type.ENTITY, "Alpha Beta Gamma"));
        assertThat(matcher.search("A B G")).isEmpty();
        assertThat(matcher.search("A. B.")).isEmpty();
    }

    @Test
    void contradicting_legal_forms_lower_the_score_and_a_missing_one_does_not() {
        Matcher matcher = matcher(listed(ListedParty.Type.ENTITY, "Baikal Elektron OOO"));
        assertThat(score(matcher, "Baikal Elektron")).isEqualTo(1);
        assertThat(score(matcher, "Baikal Elektron GmbH")).isEqualTo(1);
        assertThat(score(matcher, "Baikal Elektron JSC")).isBetween(0.9, 0.99);
    }

    @Test
    void a_company_is_not_taken_for_a_person_or_a_vessel_of_its_name() {
        Matcher matcher =
                matcher(listed(ListedParty.Type.VESSEL, "FORTUNE"), listed(ListedParty.Type.INDIVIDUAL, "SA, Maria"));
        assertThat(score(matcher, "Fortune")).isEqualTo(1);
        assertThat(score(matcher, "Fortune Ltd")).isBetween(PROFILE.reviewThreshold(), 0.99);
        assertThat(score(matcher, "Maria Sa")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "...",
                "\u200b\u202e",
                "a",
                "1",
                "0000",
                "; DROP TABLE party; --",
                "<script>alert(1)</script>"
            })
    void empty_short_and_hostile_names_match_nothing(String name) {
        assertThat(EXCERPT.search(name)).isEmpty();
    }

    @Test
    void a_very_long_name_is_answered() {
        assertThat(EXCERPT.search("huawei technologies ".repeat(500))).hasSizeLessThanOrEqualTo(PROFILE.hits());
        assertThat(EXCERPT.search("a ".repeat(5_000))).isEmpty();
    }

    @Test
    void the_index_finds_what_a_scan_of_all_names_finds() {
        Random random = new Random(3);
        for (ListedParty entry : Lists.excerptEntries()) {
            for (String name : Lists.names(entry)) {
                String query = Distortions.typo(name, random);
                assertThat(EXCERPT.search(query)).as(query).isEqualTo(EXCERPT.scan(Asked.of(query)));
            }
        }
    }

    @Test
    void a_score_is_the_same_whichever_name_is_asked_for() {
        List<String> names =
                Lists.excerptEntries().stream().map(ListedParty::name).toList();
        Random random = new Random(5);
        for (String name : names) {
            String other = Distortions.typo(Distortions.reordered(name, random), random);
            double forth = score(matcher(listed(ListedParty.Type.ENTITY, name)), other);
            double back = score(matcher(listed(ListedParty.Type.ENTITY, other)), name);
            assertThat(forth).as(name + " / " + other).isCloseTo(back, within(0.02));
        }
    }

    @Test
    void a_score_hardly_changes_because_the_list_grew() {
        List<ListedParty> one = Lists.excerptEntries().stream()
                .filter(entry -> entry.name().contains("Phytium"))
                .toList();
        double alone = score(Matcher.of(one, NORMALIZER, PROFILE), "Phytiun Technology");
        assertThat(score(EXCERPT, "Phytiun Technology")).isCloseTo(alone, within(0.02));
    }
}
