package dev.portcullis.licensing.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.FactUsed;
import dev.portcullis.licensing.determination.Step;
import dev.portcullis.licensing.determination.Step.Finding;
import dev.portcullis.licensing.dossier.Cases;
import dev.portcullis.licensing.regulation.ReviewPolicy;
import dev.portcullis.platform.document.HtmlPaper;
import dev.portcullis.platform.document.Paper;
import dev.portcullis.platform.document.Paper.Tone;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A determination in words. */
class ExplanationWordsTest {
    @ParameterizedTest
    @EnumSource
    void each_outcome_says_what_it_means_and_only_a_permission_looks_like_one(Outcome outcome) {
        Paper paper = Explanation.of(explained(Cases.export("CN", outcome, null), null));

        assertThat(paper.headline()).isNotBlank();
        boolean permits = outcome == Outcome.NO_LICENSE_REQUIRED || outcome == Outcome.EXCEPTION;
        assertThat(paper.tone() == Tone.OPEN).isEqualTo(permits);
        assertThat(paper.mark().equals("Permitted")).isEqualTo(permits);
        assertThat(HtmlPaper.of(paper)).contains(OutcomeWords.meaning(outcome).substring(0, 40));
    }

    @Test
    void no_two_outcomes_have_the_same_words() {
        Set<String> words = new HashSet<>();
        for (Outcome outcome : Outcome.values()) {
            assertThat(words.add(OutcomeWords.headline(outcome, null))).isTrue();
            assertThat(words.add(OutcomeWords.meaning(outcome))).isTrue();
        }
        for (Finding finding : Finding.values()) {
            assertThat(words.add(OutcomeWords.result(finding)))
                    .as(finding.name())
                    .isTrue();
        }
    }

    @Test
    void what_is_missing_and_what_is_too_old_is_said_before_anybody_relies_on_it() {
        Determination like = Cases.export("CN", Outcome.REVIEW, null);
        Determination review = new Determination(
                like.id(),
                like.transaction(),
                Outcome.REVIEW,
                null,
                ReviewPolicy.PRESUMPTION_OF_DENIAL,
                Outcome.LICENSE_REQUIRED,
                like.destination(),
                List.of(
                        new Step("First?", Map.of("a", "1 (item)"), Finding.PASSES, null, List.of("15 CFR 734.3")),
                        new Step("Second?", Map.of(), Finding.REVIEW, "Nobody knows.", List.of("15 CFR 744.23"))),
                List.of("15 CFR 744.23"),
                List.of("Where are the headquarters of pty-1?"),
                List.of(
                        new FactUsed(FactUsed.Kind.ITEM, "itm-1", 3, true, true, Cases.NOW, 600L),
                        new FactUsed(FactUsed.Kind.PARTY, "pty-1", 7, true, false, Cases.NOW, 900_000L),
                        new FactUsed(FactUsed.Kind.PARTY, "pty-2", 0, false, false, null, null)),
                List.of("hld-1"),
                List.of(),
                like.editions(),
                like.asOf(),
                like.determinedAt());

        String html = HtmlPaper.of(Explanation.of(explained(review, null)));

        assertThat(html)
                .contains(
                        "Questions that somebody must answer",
                        "Where are the headquarters of pty-1?",
                        "Presumption of denial",
                        "BIS enforces less than the text says",
                        "hld-1",
                        "15 min",
                        "0.6 s",
                        "never permits",
                        "not known");
        assertThat(html.indexOf("First?")).isPositive().isLessThan(html.indexOf("Second?"));
        assertThat(html.indexOf("Questions that")).isLessThan(html.indexOf("First?"));
    }

    @Test
    void names_stand_beside_ids_and_never_instead_of_them() {
        String html = HtmlPaper.of(Explanation.of(explained(Cases.export("CN", Outcome.LICENSE_REQUIRED, null), null)));

        assertThat(html).contains("Accelerator A1 (itm-1)", "pty-1").doesNotContain("Signed checkpoint");
    }

    @Test
    void what_is_withheld_is_said_to_be() {
        String html = HtmlPaper.of(
                Explanation.of(explained(Cases.release("CN", Outcome.LICENSE_REQUIRED, null), "Country and steps.")));

        assertThat(html).contains("Not shown to you", "Country and steps.", "entry 17");
    }

    private static Explained explained(Determination determination, @Nullable String withheld) {
        return new Explained(Cases.NOW, determination, 17, null, withheld, Map.of("itm-1", "Accelerator A1"), null);
    }
}
