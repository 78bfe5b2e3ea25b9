package dev.portcullis.classification.determination;

import static dev.portcullis.classification.determination.Parts.circuit;
import static dev.portcullis.classification.determination.Parts.computer;
import static dev.portcullis.classification.determination.Parts.memory;
import static dev.portcullis.classification.determination.Parts.of;
import static dev.portcullis.classification.determination.Parts.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Computer.Component;
import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.ProcessingUnit.Rate;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Relation.Purpose;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.Posture;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState.Publication;
import dev.portcullis.contracts.ItemState.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);
    private static final Cryptography TLS = new Cryptography(true, 256, 4096, false, false, true);
    static final Cryptography NO_CRYPTOGRAPHY = new Cryptography(false, 0, 0, false, false, true);

    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @Test
    void a_missing_die_area_is_asked_for_and_never_taken_for_not_controlled() {
        Classification answer = classify(circuit("300", 8, null, "64", true));

        assertThat(answer.status()).isEqualTo(Status.INSUFFICIENT_DATA);
        assertThat(answer.eccn()).isNull();
        assertThat(answer.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.field()).isEqualTo("/dies");
            assertThat(missing.wouldDecide()).containsExactly("3A090.a.2", "3A090.b.1", "3A090.b.2");
            assertThat(missing.otherwise()).isEqualTo("3A991.p");
        });
    }

    @Test
    void a_missing_die_area_does_not_matter_where_the_performance_decides() {
        assertThat(paragraph(circuit("600", 8, null, "64", true))).isEqualTo("3A090.a.1");
        assertThat(paragraph(circuit("199", 8, null, "64", true))).isEqualTo("3A991.p");
    }

    @Test
    void whether_it_is_for_data_centers_is_asked_only_below_the_limit_of_note_2() {
        assertThat(paragraph(circuit("660.6", 8, "608.5", "64", null))).isEqualTo("3A090.a.1");
        Classification open = classify(circuit("588.2", 8, "608.5", "64", null));
        assertThat(open.status()).isEqualTo(Status.INSUFFICIENT_DATA);
        assertThat(open.missing()).extracting("fact").containsExactly("dataCenter");
    }

    @Test
    void sparse_rates_do_not_count_and_alone_say_nothing() {
        IntegratedCircuit both = units(new ProcessingUnit(
                null, 1, List.of(new Rate(new BigDecimal("624"), 8, true), new Rate(new BigDecimal("312"), 8, false))));
        assertThat(classify(both).figures().totalProcessingPerformance()).isEqualByComparingTo("2496");
        IntegratedCircuit sparse =
                units(new ProcessingUnit(null, 1, List.of(new Rate(new BigDecimal("624"), 8, true))));
        assertThat(classify(sparse).status()).isEqualTo(Status.INSUFFICIENT_DATA);
    }

    @Test
    void units_of_a_package_add_up_each_at_its_best_bit_length() {
        // AMD Instinct MI250X Data Sheet: two dice of 191.5 TFLOPS FP16.
        IntegratedCircuit twoDice = units(new ProcessingUnit(
                "die",
                2,
                List.of(new Rate(new BigDecimal("191.5"), 16, null), new Rate(new BigDecimal("47.9"), 32, null))));
        assertThat(classify(twoDice).figures().totalProcessingPerformance()).isEqualByComparingTo("6128");
    }

    @Test
    void planar_dice_give_no_density_so_that_a_person_decides() {
        IntegratedCircuit planar = new IntegratedCircuit(
                Provenance.DECLARED,
                null,
                List.of(new ProcessingUnit(null, 1, List.of(new Rate(new BigDecimal("200"), 8, false)))),
                List.of(new Die(null, 1, new BigDecimal("400"), true, false)),
                new BigDecimal("64"),
                null,
                true,
                null,
                null,
                null,
                null);
        Classification answer = classify(planar);
        assertThat(answer.status()).isEqualTo(Status.REVIEW);
        assertThat(answer.review()).isNotEmpty();
        assertThat(answer.missing()).isEmpty();
    }

    @Test
    void high_bandwidth_memory_is_controlled_above_two_and_only_since_its_rule() {
        assertThat(paragraph(memory("819", "110", false))).isEqualTo("3A090.c");
        assertThat(classify(memory("220", "110", false)).eccn()).isEqualTo(Eccn.EAR99);
        assertThat(classify(memory("819", "110", true)).eccn()).isEqualTo(Eccn.EAR99);
        assertThat(classifier
                        .classify(memory("819", "110", false), LocalDate.of(2024, 12, 1))
                        .eccn())
                .isEqualTo(Eccn.EAR99);
    }

    @Test
    void ear99_stands_only_at_the_end_of_a_walk_that_a_person_completed() {
        IntegratedCircuit small = circuit("1", 8, "10", "1", false);
        Classification open = classify(small);
        assertThat(open.status()).isEqualTo(Status.INSUFFICIENT_DATA);
        assertThat(open.missing()).extracting("fact").contains("otherEntriesExcluded", "holdingEntry", "intendedUse");

        Classification done = classify(with(small, null, true));
        assertThat(done.eccn()).isEqualTo(Eccn.EAR99);
        assertThat(done.walk()).hasSizeGreaterThan(5).allMatch(candidate -> candidate.outcome() == Outcome.NOT_MET);

        assertThat(classify(with(small, null, false)).status()).isEqualTo(Status.REVIEW);
    }

    @Test
    void encryption_on_an_advanced_circuit_asks_what_it_serves() {
        Classification answer = classify(with(circuit("1978.9", 8, "814", "1028", true), TLS, null));
        assertThat(answer.status()).isEqualTo(Status.INSUFFICIENT_DATA);
        assertThat(answer.missing()).extracting("fact").contains("cryptographyRole", "encryptionExclusion");
        assertThat(paragraph(with(circuit("1978.9", 8, "814", "1028", true), NO_CRYPTOGRAPHY, true)))
                .isEqualTo("3A090.a.1");
    }

    @Test
    void a_cluster_of_servers_is_classified_by_its_circuits_and_reports_the_aggregate() {
        IntegratedCircuit h100 = circuit("1978.9", 8, "814", "1028", true);
        Classification answer = classify(computer(of(
                "server", 32, computer(of("GPU", 8, h100), of("edge", 2, circuit("26", 8, "100", "8", false))))));
        assertThat(answer.eccn()).isEqualTo(Eccn.of("4A090"));
        assertThat(answer.paragraph()).isEqualTo("a");
        // 32 x (8 x 15831.2 + 2 x 208)
        assertThat(answer.figures().totalProcessingPerformance()).isEqualByComparingTo("4066099.2");
        assertThat(answer.figures().performanceDensity()).isNull();
    }

    @Test
    void many_small_circuits_never_make_a_4A090_computer() {
        IntegratedCircuit h20 = circuit("296", 8, "814", "1028", true);
        Classification answer = classify(computer(of("GPU", 100_000, h20)));
        assertThat(answer.eccn()).isEqualTo(Eccn.of("4A994"));
        assertThat(answer.figures().totalProcessingPerformance()).isEqualByComparingTo("236800000");
    }

    @Test
    void circuits_that_note_2_takes_out_do_not_make_a_4A090_computer() {
        assertThat(paragraph(computer(of("GPU", 1, circuit("588.2", 8, "608.5", "64", false)))))
                .isEqualTo("4A994.l");
        assertThat(paragraph(computer(of("GPU", 1, circuit("660.6", 8, "608.5", "64", false)))))
                .isEqualTo("4A090.a");
    }

    @Test
    void paragraph_b_for_computers_came_with_the_corrections_of_april_2024() {
        // 3000 TPP over 1000 mm2: 3A090.b.1.
        Datasheet server = computer(of("GPU", 4, circuit("375", 8, "1000", "64", true)));
        assertThat(classifier.classify(server, LocalDate.of(2024, 4, 3)).eccn()).isEqualTo(Eccn.of("4A994"));
        assertThat(classifier.classify(server, LocalDate.of(2024, 4, 4)).eccn()).isEqualTo(Eccn.of("4A090"));
    }

    @Test
    void a_component_without_datasheet_leaves_the_computer_open() {
        Classification answer = classify(computer(new Component("GPU", 8, null, null, "itm-1", null)));
        assertThat(answer.status()).isEqualTo(Status.INSUFFICIENT_DATA);
        // One circuit that is surely within 3A090.a is enough, whatever else is unknown.
        assertThat(paragraph(computer(
                        of("GPU", 8, circuit("1978.9", 8, "814", "1028", true)),
                        new Component("NIC", 8, null, null, "itm-1", null))))
                .isEqualTo("4A090.a");
    }

    @Test
    void a_large_unpublished_model_is_4E091_and_the_answer_says_that_it_is_not_enforced() {
        Classification answer = classify(model("1e26", false, false, false, "0", true));
        assertThat(answer.eccn()).isEqualTo(Eccn.of("4E091"));
        assertThat(answer.posture()).isEqualTo(Posture.CODIFIED_NOT_ENFORCED);
        assertThat(answer.asEnforced().eccn()).isEqualTo(Eccn.EAR99);
        assertThat(answer.remarks())
                .anySatisfy(remark -> assertThat(remark.text()).contains("not enforce"));
        assertThat(classifier
                        .classify(model("1e26", false, false, false, "0", true), LocalDate.of(2025, 5, 12))
                        .posture())
                .isEqualTo(Posture.IN_FORCE);
        assertThat(classifier
                        .classify(model("1e26", false, false, false, "0", true), LocalDate.of(2025, 1, 12))
                        .eccn())
                .isEqualTo(Eccn.EAR99);
    }

    @Test
    void a_published_model_is_not_subject_to_the_ear() {
        Classification answer = classify(model("3.8e25", true, false, null, "0", null));
        assertThat(answer.status()).isEqualTo(Status.CLASSIFIED);
        assertThat(answer.subjectToEar()).isEqualTo(Outcome.NOT_MET);
        assertThat(answer.eccn()).isNull();
        assertThat(answer.figures().publication()).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void the_notes_of_4E091_are_asked_as_questions() {
        Classification answer = classify(model("2e26", null, null, null, null, true));
        assertThat(answer.status()).isEqualTo(Status.INSUFFICIENT_DATA);
        assertThat(answer.missing())
                .extracting("fact")
                .containsExactlyInAnyOrder(
                        "published", "derivedFromPublished", "additionalOperations", "belowBestPublished");
    }

    @Test
    void a_derivative_of_a_published_model_is_free_up_to_the_higher_limit() {
        assertThat(classify(derivative("1.2e26", "2.5e25")).eccn()).isEqualTo(Eccn.EAR99);
        assertThat(classify(derivative("1.2e26", "3e25")).eccn()).isEqualTo(Eccn.EAR99);
        assertThat(classify(derivative("1.2e26", "30000000000000000000000001")).eccn())
                .isEqualTo(Eccn.of("4E091"));
    }

    @Test
    void generated_data_count_above_a_tenth_of_training() {
        assertThat(classify(synthetic("0.1")).eccn()).isEqualTo(Eccn.EAR99);
        assertThat(classify(synthetic("0.100000000001")).eccn()).isEqualTo(Eccn.of("4E091"));
    }

    @Test
    void encryption_source_code_is_5D002_until_it_is_published() {
        Classification kept = classify(software(Software.CodeForm.SOURCE_CODE, false, TLS));
        assertThat(kept.eccn()).isEqualTo(Eccn.of("5D002"));
        assertThat(kept.subjectToEar()).isEqualTo(Outcome.MET);

        Classification published = classify(software(Software.CodeForm.SOURCE_CODE, true, TLS));
        assertThat(published.subjectToEar()).isEqualTo(Outcome.NOT_MET);
        assertThat(published.eccn()).isEqualTo(Eccn.of("5D002"));

        // 15 CFR 734.7(b): object code stays subject to the EAR.
        Classification object = classify(software(Software.CodeForm.OBJECT_CODE, true, TLS));
        assertThat(object.subjectToEar()).isEqualTo(Outcome.MET);
        assertThat(object.eccn()).isEqualTo(Eccn.of("5D002"));
    }

    @Test
    void mass_market_encryption_software_is_5D992_c() {
        Cryptography massMarket = new Cryptography(true, 256, 4096, false, true, true);
        assertThat(paragraph(software(Software.CodeForm.OBJECT_CODE, false, massMarket)))
                .isEqualTo("5D992.c");
        Cryptography weak = new Cryptography(true, 56, 512, false, false, true);
        assertThat(classify(software(Software.CodeForm.OBJECT_CODE, false, weak))
                        .eccn())
                .isEqualTo(Eccn.EAR99);
    }

    @Test
    void technology_takes_its_entry_from_the_item_that_it_is_required_for() {
        Classification answer = classify(technology("3A090.a.1", Purpose.DEVELOPMENT));
        assertThat(answer.eccn()).isEqualTo(Eccn.of("3E001"));
        assertThat(answer.relatedTo()).containsExactly("3A090.a");
        assertThat(classify(technology("4A090.a", Purpose.PRODUCTION)).eccn()).isEqualTo(Eccn.of("4E001"));
        // 4E001.a excepts technology for the use of 4A090 equipment.
        assertThat(classify(technology("4A090.a", Purpose.USE)).eccn()).isEqualTo(Eccn.EAR99);
        assertThat(classify(technology("3A991.p", Purpose.USE)).eccn()).isEqualTo(Eccn.of("3E991"));
        assertThat(classify(technology("EAR99", Purpose.USE)).eccn()).isEqualTo(Eccn.EAR99);
    }

    @Test
    void software_takes_its_entry_from_the_item_that_it_is_designed_for() {
        Software design = new Software(
                Provenance.DECLARED,
                null,
                Software.CodeForm.SOURCE_CODE,
                false,
                List.of(new Relation("4A090.b", null, Set.of(Purpose.PRODUCTION))),
                NO_CRYPTOGRAPHY,
                true,
                null);
        Classification answer = classify(design);
        assertThat(answer.eccn()).isEqualTo(Eccn.of("4D090"));
        assertThat(answer.relatedTo()).containsExactly("4A090.b");
        assertThat(classify(design.with(List.of(new Relation("3A090.c", null, Set.of(Purpose.DEVELOPMENT)))))
                        .eccn())
                .isEqualTo(Eccn.of("3D001"));
    }

    @Test
    void technology_for_an_item_that_is_not_classified_stays_open() {
        Technology technology = new Technology(
                Provenance.DECLARED,
                null,
                false,
                List.of(new Relation(null, "itm-1", Set.of(Purpose.DEVELOPMENT))),
                true,
                null);
        assertThat(classify(technology).status()).isEqualTo(Status.INSUFFICIENT_DATA);
    }

    @Test
    void a_day_before_the_history_of_the_list_is_refused() {
        assertThatThrownBy(() -> classifier.classify(circuit("1", 8, null, null, null), LocalDate.of(2022, 10, 6)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Classification classify(Datasheet datasheet) {
        return classifier.classify(datasheet, NOW);
    }

    private String paragraph(Datasheet datasheet) {
        Classification answer = classify(datasheet);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(Status.CLASSIFIED);
        return answer.eccn() + "." + answer.paragraph();
    }

    private static IntegratedCircuit units(ProcessingUnit... units) {
        return new IntegratedCircuit(
                Provenance.DECLARED, null, List.of(units), null, null, null, true, null, null, null, null);
    }

    private static Model model(
            String operations,
            Boolean published,
            Boolean fromPublished,
            Boolean belowBest,
            String syntheticShare,
            Boolean others) {
        return new Model(
                Provenance.DECLARED,
                null,
                new BigDecimal(operations),
                null,
                null,
                published,
                fromPublished == null ? null : new Model.Derivative(fromPublished, null),
                syntheticShare == null
                        ? null
                        : new Model.SyntheticData(new BigDecimal(syntheticShare), null, null, null, null),
                belowBest,
                others,
                null);
    }

    private static Model derivative(String operations, String added) {
        return new Model(
                Provenance.DECLARED,
                null,
                new BigDecimal(operations),
                null,
                null,
                false,
                new Model.Derivative(true, new BigDecimal(added)),
                null,
                false,
                true,
                null);
    }

    private static Model synthetic(String share) {
        return new Model(
                Provenance.DECLARED,
                null,
                new BigDecimal("1e24"),
                null,
                null,
                false,
                new Model.Derivative(false, null),
                new Model.SyntheticData(
                        new BigDecimal(share), false, new BigDecimal("1e24"), false, new BigDecimal("9.8e25")),
                false,
                true,
                null);
    }

    private static Software software(Software.CodeForm form, boolean published, Cryptography cryptography) {
        return new Software(Provenance.DECLARED, null, form, published, List.of(), cryptography, true, null);
    }

    private static Technology technology(String controlledBy, Purpose purpose) {
        return new Technology(
                Provenance.DECLARED,
                null,
                false,
                List.of(new Relation(controlledBy, null, Set.of(purpose))),
                true,
                null);
    }
}
