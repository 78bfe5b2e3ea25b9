package dev.portcullis.licensing.application;

import static dev.portcullis.licensing.dossier.Cases.DAY;
import static dev.portcullis.licensing.dossier.Cases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.application.NeededDocument.Status;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.dossier.Cases;
import dev.portcullis.licensing.form.Filled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The work package, from facts and answers. */
class PackagingTest {
    private static final Packaging PACKAGING = Packaging.shipped();

    @Test
    void blocks_are_filled_from_the_facts_and_the_rest_is_asked_for() {
        WorkPackage made = assemble(Cases.export("CN", Outcome.LICENSE_REQUIRED, null), Cases.accelerator(), Map.of());

        assertThat(value(made, "5")).isEqualTo("EXPORT");
        assertThat(value(made, "18.name")).isEqualTo("party pty-1");
        assertThat(value(made, "18.country")).isEqualTo("CN");
        assertThat(value(made, "22.a")).isEqualTo("3A090.a.1");
        assertThat(value(made, "22.j"))
                .contains("total processing performance 15824", "total DRAM bandwidth 3350 GB/s");
        assertThat(block(made, "22.b").status()).as("no computer of Category 4").isEqualTo(Filled.Status.NOT_NEEDED);
        assertThat(block(made, "18.person").status()).isEqualTo(Filled.Status.NOT_NEEDED);
        assertThat(block(made, "18.address").question()).contains("street address");
        assertThat(made.questions()).anyMatch(question -> question.contains("For what exactly"));
        assertThat(made.itemFacts()).isEqualTo("itm-1 version 3");
    }

    @Test
    void certifications_for_chips_are_asked_for_below_both_limits_in_china_and_macau_only() {
        // H100 class: TPP 15,824 and 3,350 GB/s are below 21,000 and 6,500 (15 CFR 742.6(b)(10)(iii)(A)(1)).
        assertThat(dd("CN", Cases.accelerator())).isEqualTo(Filled.Status.MISSING);
        assertThat(dd("MO", Cases.accelerator())).isEqualTo(Filled.Status.MISSING);
        assertThat(dd("HK", Cases.accelerator())).isEqualTo(Filled.Status.MISSING);
        assertThat(dd("VN", Cases.accelerator())).isEqualTo(Filled.Status.NOT_NEEDED);
        assertThat(dd("CN", chip(21000.0, 3350.0))).isEqualTo(Filled.Status.NOT_NEEDED);
        assertThat(dd("CN", chip(20999.0, 6500.0))).isEqualTo(Filled.Status.NOT_NEEDED);
        assertThat(dd("CN", chip(20999.0, 6499.0))).isEqualTo(Filled.Status.MISSING);
    }

    @Test
    void a_figure_that_is_not_known_spares_nothing() {
        WorkPackage made = assemble(Cases.export("CN", Outcome.LICENSE_REQUIRED, null), chip(15824.0, null), Map.of());

        assertThat(block(made, "dd.supply").status()).isEqualTo(Filled.Status.MISSING);
        assertThat(block(made, "dd.supply").question()).contains("bandwidth of all of the item's DRAM");
        assertThat(document(made, "THIRD_PARTY_TEST").status()).isEqualTo(Status.UNDECIDED);
    }

    @Test
    void an_end_user_statement_is_needed_for_china_above_fifty_thousand_dollars_and_undecided_without_a_value() {
        Determination export = Cases.export("CN", Outcome.LICENSE_REQUIRED, null);

        assertThat(document(assemble(export, Cases.accelerator(), Map.of()), "PRC_END_USER_STATEMENT")
                        .status())
                .isEqualTo(Status.UNDECIDED);
        assertThat(document(assemble(export, Cases.accelerator(), Map.of("23", "50000")), "PRC_END_USER_STATEMENT")
                        .status())
                .isEqualTo(Status.NOT_NEEDED);
        NeededDocument needed =
                document(assemble(export, Cases.accelerator(), Map.of("23", "50000.01")), "PRC_END_USER_STATEMENT");
        assertThat(needed.status()).isEqualTo(Status.MISSING);
        assertThat(needed.before()).as("748.9(e): the application may go first").isEqualTo("EXPORT");
        assertThat(needed.citation()).contains("748.10(a)");
    }

    @Test
    void a_release_to_a_person_asks_for_the_person_and_the_safeguards() {
        ItemState technology = dev.portcullis.licensing.Gate.technology("itm-1", 3);
        WorkPackage made = assemble(Cases.release("IN", Outcome.LICENSE_REQUIRED, null), technology, Map.of());

        assertThat(value(made, "18.personCountry")).isEqualTo("IN");
        assertThat(block(made, "18.person").status()).isEqualTo(Filled.Status.MISSING);
        assertThat(block(made, "18.name").status()).isEqualTo(Filled.Status.NOT_NEEDED);
        assertThat(block(made, "s2.o.safeguards").status()).isEqualTo(Filled.Status.MISSING);
        assertThat(document(made, "LETTER_OF_EXPLANATION").status()).isEqualTo(Status.MISSING);
        assertThat(String.join("\n", made.letter())).contains("release to a foreign person in the United States");
    }

    @Test
    void an_item_that_is_not_known_leaves_its_blocks_to_people() {
        WorkPackage made = assemble(Cases.export("CN", Outcome.LICENSE_REQUIRED, null), null, Map.of());

        assertThat(block(made, "22.a").status()).isEqualTo(Filled.Status.MISSING);
        assertThat(block(made, "22.b").question()).contains("category");
        assertThat(document(made, "PRC_END_USER_STATEMENT").status()).isEqualTo(Status.UNDECIDED);
    }

    @Test
    void the_letter_names_what_is_still_missing_in_brackets() {
        WorkPackage open = assemble(Cases.export("CN", Outcome.LICENSE_REQUIRED, null), Cases.accelerator(), Map.of());
        WorkPackage said = assemble(
                Cases.export("CN", Outcome.LICENSE_REQUIRED, null),
                Cases.accelerator(),
                Map.of("21", "Speech recognition"));

        assertThat(String.join("\n", open.letter()))
                .contains("[to be stated: Specific end use]", "15 CFR 742.6(a)(6)(iii)(A)", "Foundry capacity");
        assertThat(String.join("\n", said.letter())).contains("Specific end use: Speech recognition");
    }

    @Test
    void a_package_is_complete_when_each_question_has_its_answer() {
        Determination export = Cases.export("DE", Outcome.LICENSE_REQUIRED, null);
        Map<String, String> answers = new HashMap<>();
        for (Filled block : assemble(export, Cases.accelerator(), Map.of()).blocks()) {
            if (block.lacks()) {
                answers.put(block.key(), block.key().matches("22\\.[egh]|23") ? "8" : "an answer");
            }
        }
        Application application = with(
                answers, List.of(new SupportDocument("TECHNICAL_SPECIFICATION", "datasheet", "a".repeat(64), true)));

        WorkPackage made = PACKAGING.assemble(application, export, Cases.known(export, Cases.accelerator()));

        assertThat(made.questions()).isEmpty();
        assertThat(value(made, "6")).isEqualTo("datasheet");
        assertThat(PACKAGING.assemble(application, export, Cases.known(export, Cases.accelerator())))
                .isEqualTo(made);
    }

    private static Filled.Status dd(String country, ItemState item) {
        return block(assemble(Cases.export(country, Outcome.LICENSE_REQUIRED, null), item, Map.of()), "dd.testing")
                .status();
    }

    private static ItemState chip(double tpp, @Nullable Double bandwidth) {
        ItemState chip = Cases.accelerator();
        ItemState.Classification was = java.util.Objects.requireNonNull(chip.classification());
        return new ItemState(
                chip.id(),
                chip.version(),
                chip.name(),
                null,
                chip.form(),
                new ItemState.Classification(
                        was.status(),
                        was.eccn(),
                        was.paragraph(),
                        was.relatedTo(),
                        was.edition(),
                        was.datasheetVersion(),
                        was.publication(),
                        tpp,
                        was.performanceDensity(),
                        bandwidth,
                        was.dataCenter(),
                        was.missing()),
                null,
                chip.changedAt());
    }

    private static WorkPackage assemble(
            Determination determination, @Nullable ItemState item, Map<String, String> answers) {
        return PACKAGING.assemble(with(answers, List.of()), determination, Cases.known(determination, item));
    }

    private static Application with(Map<String, String> answers, List<SupportDocument> documents) {
        Application begun = Application.drafted(
                "app-1", "det-1", Purpose.LICENSE, new StepTaken(StepTaken.DRAFTED, DAY, "alice", NOW, null));
        return Procedure.edit(begun, answers, documents, "alice", NOW);
    }

    private static Filled block(WorkPackage made, String key) {
        return made.blocks().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String value(WorkPackage made, String key) {
        return block(made, key).value();
    }

    private static NeededDocument document(WorkPackage made, String kind) {
        return made.documents().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
