package dev.portcullis.classification.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.CompanyPolicy;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The company's own triggers stand beside the law and change none of its answers. */
class CompanyPolicyTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);
    private static final Law LAW = new Law(ControlListFile.shipped(), RuleBookFile.shipped());

    private final CompanyPolicy shipped = shipped();
    private final Classifier classifier = new Classifier(LAW, shipped);

    @Test
    void a_very_large_run_is_reviewed_even_where_the_law_reaches_no_entry() {
        Classification below = classifier.classify(model("1499999999999999999999999999", true), NOW);
        assertThat(below.status()).isEqualTo(Status.CLASSIFIED);
        assertThat(below.subjectToEar()).isEqualTo(Outcome.NOT_MET);
        Classification at = classifier.classify(model("1500000000000000000000000000", true), NOW);
        assertThat(at.status()).isEqualTo(Status.REVIEW);
        assertThat(at.subjectToEar()).isEqualTo(Outcome.NOT_MET);
        assertThat(at.review()).singleElement().asString().startsWith("Company policy, not law: ");
    }

    @Test
    void the_entry_of_the_law_stays_what_it_is() {
        Model model = model("1500000000000000000000000000", false);
        Classification law = new Classifier(LAW).classify(model, NOW);
        Classification both = classifier.classify(model, NOW);
        assertThat(law.eccn()).isEqualTo(Eccn.of("4E091"));
        assertThat(both.eccn()).isEqualTo(law.eccn());
        assertThat(both.walk()).isEqualTo(law.walk());
        assertThat(law.company()).isEmpty();
        assertThat(both.company()).singleElement().satisfies(trigger -> {
            assertThat(trigger.callsForReview()).isTrue();
            assertThat(trigger.basis()).contains("not the EAR");
        });
    }

    @Test
    void a_trigger_that_cannot_be_told_calls_for_the_review_and_asks() {
        Classification answer = classifier.classify(model(null, true), NOW);
        assertThat(answer.status()).isEqualTo(Status.REVIEW);
        assertThat(answer.review()).anyMatch(line -> line.contains("How many operations"));
    }

    @Test
    void before_its_first_day_a_trigger_is_silent() {
        assertThat(classifier
                        .classify(model("1500000000000000000000000000", true), LocalDate.of(2024, 12, 31))
                        .company())
                .isEmpty();
    }

    @Test
    void a_policy_with_a_hole_is_refused() {
        String policy = """
                {"source":"x","triggers":[{"id":"a","title":"b","appliesTo":["MODEL"],"effectiveFrom":"2025-01-01","basis":"c",
                 "when":{"fact":"trainingOperations","atLeast":1},"review":"d"}]}""";
        refused(policy.replace("trainingOperations", "trainingOps"), "not defined");
        refused(policy.replace("atLeast", "atLesat"), "without a condition");
        refused(policy.replace("\"basis\":\"c\",", ""), "a basis");
        refused(policy.replace("\"review\":\"d\"", "\"review\":\"d\",\"eccn\":\"4E091\""), "eccn");
        refused(policy.replace("}]}", "},").concat(policy.substring(policy.indexOf("{\"id\""))), "two triggers");
    }

    private static void refused(String policy, String reason) {
        assertThatThrownBy(
                        () -> RuleBookFile.readPolicy(new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8)))
                                .checkedAgainst(LAW.rules()))
                .hasMessageContaining(reason);
    }

    private static Model model(@Nullable String operations, boolean published) {
        return new Model(
                Provenance.DECLARED,
                null,
                operations == null ? null : new BigDecimal(operations),
                null,
                null,
                published,
                new Model.Derivative(false, null),
                new Model.SyntheticData(BigDecimal.ZERO, null, null, null, null),
                false,
                true,
                null);
    }

    private static CompanyPolicy shipped() {
        try (InputStream in = CompanyPolicyTest.class.getResourceAsStream("/policy/company.json")) {
            return RuleBookFile.readPolicy(in).checkedAgainst(LAW.rules());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
