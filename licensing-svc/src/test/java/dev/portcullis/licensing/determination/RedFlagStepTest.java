package dev.portcullis.licensing.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.determination.RedFlag.Kind;
import dev.portcullis.licensing.determination.Step.Finding;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import dev.portcullis.licensing.determination.Transaction.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Supplement No. 3 to 15 CFR Part 732, paragraphs (a)(2), (a)(6). */
class RedFlagStepTest {
    private static final String CITATION = "Supp. No. 3 to 15 CFR Part 732; 15 CFR 736.2(b)(10)";

    @Test
    void an_open_flag_holds_up_what_would_need_no_license_and_says_what_was_seen() {
        Given given = Given.of("EAR99", "EXPORT DE", "=");
        assertThat(given.determine().outcome()).isEqualTo(Outcome.NO_LICENSE_REQUIRED);

        given.flags.add(flag("rfl-1", "3", Kind.ITEM, given.item.id(), null));
        Ruling ruling = given.determine();

        assertThat(ruling.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(ruling.citations()).containsExactly(CITATION);
        assertThat(ruling.openQuestions()).singleElement().asString().contains("Red flag 3", "rfl-1", "seen of rfl-1");
        assertThat(ruling.steps()).anySatisfy(step -> {
            assertThat(step.result()).isEqualTo(Finding.REVIEW);
            assertThat(step.values()).containsEntry("item", given.item.id() + " (red flag rfl-1)");
        });
    }

    @Test
    void a_closed_flag_is_told_with_who_closed_it_and_why_and_changes_no_answer() {
        Given given = Given.of("EAR99", "EXPORT DE", "=");
        given.flags.add(flag("rfl-1", "OTHER", Kind.DESTINATION, "DE", "lease was seen"));

        Ruling ruling = given.determine();

        assertThat(ruling.outcome()).isEqualTo(Outcome.NO_LICENSE_REQUIRED);
        assertThat(ruling.openQuestions()).isEmpty();
        assertThat(ruling.steps()).anySatisfy(step -> {
            assertThat(step.result()).isEqualTo(Finding.NOTE);
            assertThat(step.explanation()).contains("A red flag", "2026-11-20", "closer", "lease was seen");
            assertThat(step.citations()).containsExactly(CITATION);
        });
    }

    @Test
    void a_flag_that_is_raised_anew_holds_up_although_one_like_it_was_closed() {
        Given given = Given.of("EAR99", "EXPORT DE", "=");
        given.flags.add(flag("rfl-2", "9", Kind.DESTINATION, "DE", null));
        given.flags.add(flag("rfl-1", "9", Kind.DESTINATION, "DE", "lease was seen"));

        Ruling ruling = given.determine();

        assertThat(ruling.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(ruling.steps().stream()
                        .filter(step -> step.citations().contains(CITATION))
                        .map(Step::result))
                .containsExactly(Finding.NOTE, Finding.REVIEW);
    }

    @Test
    void a_flag_lifts_nothing_that_is_prohibited_and_reaches_nobody_else() {
        Given cuba = Given.of("EAR99", "EXPORT CU", "CU list=SDN");
        Outcome without = cuba.determine().outcome();
        cuba.flags.add(flag("rfl-1", "3", Kind.ITEM, cuba.item.id(), null));
        Given other = Given.of("EAR99", "EXPORT DE", "=");
        other.flags.add(flag("rfl-1", "3", Kind.ITEM, "itm-another", null));
        other.flags.add(flag("rfl-2", "3", Kind.DESTINATION, "FR", null));

        assertThat(without).isEqualTo(Outcome.PROHIBITED);
        assertThat(cuba.determine().outcome()).isEqualTo(Outcome.PROHIBITED);
        assertThat(other.determine().outcome()).isEqualTo(Outcome.NO_LICENSE_REQUIRED);
    }

    @Test
    void a_transaction_asks_for_flags_on_all_that_it_names_and_on_no_persons_country() {
        Transaction sale = new Transaction(
                Activity.EXPORT,
                "itm-1",
                List.of(new PartyRole("pty-1", Role.PURCHASER), new PartyRole("pty-2", Role.END_USER)),
                null,
                CountryCode.of("DE"),
                null,
                List.of(),
                Map.of(),
                null,
                null,
                "po-7");
        Transaction release =
                new Transaction(Activity.DEEMED_EXPORT, "itm-1", List.of(), "prs-1", null, null, List.of(), Map.of());

        assertThat(sale.redFlagScopes())
                .containsExactlyInAnyOrder(
                        "ITEM itm-1", "PARTY pty-1", "PARTY pty-2", "DESTINATION DE", "REFERENCE PO-7");
        assertThat(release.redFlagScopes()).containsExactly("ITEM itm-1");
        assertThat(Kind.REFERENCE.scope(" Po-7 ")).isEqualTo("REFERENCE PO-7");
    }

    private static RedFlag flag(String id, String number, Kind kind, String subject, @Nullable String reason) {
        return new RedFlag(
                id,
                number,
                "title",
                kind,
                subject,
                "seen of " + id + ".",
                reason == null ? null : new RedFlag.Closing("closer", reason, Instant.parse("2026-11-20T10:00:00Z")));
    }
}
