package dev.portcullis.screening.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Matcher;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At the one threshold that ships: what a change of the matcher or its profile must not lose. The method is in docs/matching.md. */
class QualityTest {
    @Test
    void distorted_names_are_found_and_ordinary_ones_do_not_alert_on_the_excerpt() throws IOException {
        hold("excerpt", OfacLegacy.excerpt(), 300);
    }

    @Test
    void distorted_names_are_found_and_ordinary_ones_do_not_alert_on_the_whole_list() throws IOException {
        assumeTrue(OfacLegacy.folder().isPresent(), "skipped: shared/data/screening/ofac-names-2025-11 is not at hand");
        hold("whole list", OfacLegacy.read(OfacLegacy.folder().get()), 500);
    }

    private static void hold(String list, List<ListedParty> entries, int each) {
        List<ListedParty> withEastern = Quality.withEastern(entries, 200);
        Quality.Measured measured =
                Quality.measure(matcher(entries), entries, matcher(withEastern), withEastern, each, 1);
        Quality quality = measured.quality();
        System.out.println(list + "\n" + quality.table());
        quality.recall().forEach((distortion, rate) -> {
            assertThat(rate.share()).as("recall of " + distortion).isGreaterThanOrEqualTo(0.90);
            assertThat(quality.precision(distortion))
                    .as("precision of " + distortion)
                    .isGreaterThanOrEqualTo(0.90);
        });
        assertThat(quality.recall().get(Distortion.NONE).share()).isEqualTo(1);
        assertThat(quality.recallOverall().share())
                .as("recall; lost: " + measured.lost())
                .isGreaterThanOrEqualTo(0.995);
        assertThat(quality.alertsOverall().share())
                .as("alerts: " + measured.alerts())
                .isLessThanOrEqualTo(0.003);
    }

    private static Matcher matcher(List<ListedParty> entries) {
        return Matcher.of(entries, new NameNormalizer(Lexicon.shipped()), Profile.shipped());
    }
}
