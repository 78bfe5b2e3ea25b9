package dev.portcullis.personnel.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.personnel.attestation.Attested.Alternative;
import dev.portcullis.personnel.attestation.Attested.Petition;
import dev.portcullis.personnel.deemed.Access;
import dev.portcullis.personnel.deemed.Access.Answer;
import dev.portcullis.platform.document.HtmlPaper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttestedTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

    @Test
    void the_first_box_needs_every_item_to_be_free_and_both_departments() {
        assertThat(attested(false, access("itm-1", Answer.MAY_RECEIVE, null)).alternative())
                .isEqualTo(Alternative.LICENSE_NOT_REQUIRED);
        assertThat(attested(true, access("itm-1", Answer.MAY_RECEIVE, null)).alternative())
                .isEqualTo(Alternative.LICENSE_REQUIRED);
        assertThat(attested(
                                false,
                                access("itm-1", Answer.MAY_RECEIVE, null),
                                access("itm-2", Answer.LICENSE_REQUIRED, null))
                        .alternative())
                .isEqualTo(Alternative.LICENSE_REQUIRED);
    }

    @Test
    void a_license_that_was_received_was_required_nevertheless() {
        Access.License license = new Access.License("lic-1", "D1", 1, TODAY.plusYears(1));
        assertThat(attested(false, access("itm-1", Answer.MAY_RECEIVE, license)).alternative())
                .isEqualTo(Alternative.LICENSE_REQUIRED);
    }

    @Test
    void an_open_question_leaves_both_boxes_open_whatever_else_is_known() {
        assertThat(attested(true, access("itm-1", Answer.REVIEW, null), access("itm-2", Answer.LICENSE_REQUIRED, null))
                        .alternative())
                .isEqualTo(Alternative.UNDETERMINED);
    }

    @Test
    void the_document_quotes_the_box_and_names_the_determinations() {
        Attested attested = attested(false, access("itm-1", Answer.LICENSE_REQUIRED, null));
        Attestation draft = new Attestation("att-1", 1, Attestation.State.DRAFT, attested, "drafter", null, NOW);
        String page = HtmlPaper.of(AttestationPaper.of(draft, attested, FormText.shipped()));
        assertThat(page).contains("Item 2", "Form I-129", "dxs-1 version 3", "Draft. Box: Item 2", "H-1B");
        assertThat(page).doesNotContain("Item 1:");
    }

    private static Attested attested(boolean state, Access... accesses) {
        return Attested.of("per-1", Petition.H_1B, List.of(accesses), state, NOW);
    }

    private static Access access(String item, Answer answer, Access.@Nullable License license) {
        return new Access(
                "per-1",
                item,
                answer,
                answer.name(),
                null,
                license,
                List.of(),
                List.of(),
                null,
                "dxs-1",
                3L,
                TODAY,
                null);
    }
}
