package dev.portcullis.screening.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.portcullis.contracts.SignalState.Basis;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Stage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReaderTest {
    private static final DocumentReader READER = new DocumentReader();
    private static final LocalDate DAY = LocalDate.parse("2025-03-03");

    private static Reading read(String title, String summary) {
        return READER.read(FederalRegisterDocument.of("2025-00001", DAY, title, summary));
    }

    private static Reading dated(@Nullable String dates, @Nullable LocalDate effectiveOn, @Nullable String type) {
        return READER.read(new FederalRegisterDocument(
                "2025-00001",
                type,
                "Additions to the Entity List",
                "BIS amends the Export Administration Regulations by adding 2 entities to the Entity List.",
                null,
                dates,
                DAY,
                effectiveOn,
                List.of("Industry and Security Bureau"),
                List.of("15 CFR 744"),
                "90 FR 1",
                null));
    }

    private static List<String> countries(String summary) {
        return read("Additions to the Entity List", "BIS is adding entities. " + summary).countries().stream()
                .map(found -> found.value().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This rule is effective November 17, 2023, except for amendatory instruction 5, which is effective January 1, 2026. | 2023-11-17 |            |
            Effective date: This rule is effective January 13. 2025. Compliance date: May 15, 2025.                            | 2025-01-13 |            | 2025-05-15
            Effective November 10, 2025, the amendments are stayed until November 9, 2026.                                     | 2025-11-10 | 2026-11-09 |
            Effective Date: Sept. 16, 2025.                                                                                    | 2025-09-16 |            |
            This order is effective February 30, 2025.                                                                         | 2025-03-03 |            |
            See SUPPLEMENTARY INFORMATION section for effective date(s).                                                       | 2025-03-03 |            |
            """)
    void dates_are_read_as_they_are_printed(
            String dates, LocalDate from, @Nullable LocalDate until, @Nullable LocalDate compliance) {
        Effective effective =
                Objects.requireNonNull(dated(dates, null, "Rule").effective()).value();
        assertThat(effective.from()).isEqualTo(from);
        assertThat(effective.until()).isEqualTo(until);
        assertThat(effective.compliance()).isEqualTo(compliance);
        assertThat(effective.basis()).isEqualTo(from.equals(DAY) ? Basis.PUBLICATION : Basis.STATED);
    }

    @Test
    void the_publishers_own_field_goes_before_the_text() {
        Effective effective = Objects.requireNonNull(
                        dated("This rule is effective March 10, 2025.", LocalDate.parse("2025-03-07"), "Rule")
                                .effective())
                .value();
        assertThat(effective).isEqualTo(new Effective(LocalDate.parse("2025-03-07"), null, null, Basis.PUBLISHER));
    }

    @Test
    void a_proposal_binds_nobody() {
        Reading reading = dated("Comments are due by May 1, 2025.", null, "Proposed Rule");
        assertThat(reading.stage()).isEqualTo(Stage.PROPOSED);
        assertThat(reading.effective()).isNull();
    }

    @Test
    void the_day_of_another_rule_is_not_that_of_this_one() {
        Reading reading = read(
                "Imposition of Sanctions Against Belarus Under the Export Administration Regulations (EAR)",
                "This rule renders Belarus subject to the same sanctions that were imposed on Russia under the EAR"
                        + " effective February 24, 2022.");
        assertThat(Objects.requireNonNull(reading.effective()).value().from()).isEqualTo(DAY);
    }

    @Test
    void the_scene_of_an_act_is_not_what_the_document_is_aimed_at() {
        assertThat(countries("In response to Russia's further invasion of Ukraine they are listed under Belarus."))
                .containsExactly("RU", "BY");
    }

    @Test
    void the_longest_name_is_the_country() {
        assertThat(countries(
                        "The destinations are South Sudan, the Democratic Republic of the Congo, Guinea-Bissau, Macau"
                                + " and the People's Republic of China (PRC)."))
                .containsExactly("SS", "CD", "GW", "MO", "CN");
        assertThat(countries("They sail the South China Sea with items of the Australia Group and eat turkey."))
                .isEmpty();
    }

    @Test
    void accents_that_typesetting_left_in_brackets_are_accents() {
        assertThat(countries("Three are under the destination of T[uuml]rkiye."))
                .containsExactly("TR");
    }

    @Test
    void a_number_is_an_entry_of_the_list_only_where_it_stands_alone() {
        assertThat(read(
                                "Changes to ECCN 3A001.b.4 and 5D992",
                                "BIS amends the EAR; see docket X-3A0901, 93A090 and 3A09.")
                        .eccns()
                        .stream()
                        .map(found -> found.value().value() + "<" + found.words()))
                .containsExactly("3A001<3A001.b.4", "5D992<5D992");
    }

    @Test
    void parties_are_named_without_their_addresses_and_with_their_other_names() {
        assertThat(read(
                                "Acme OOO a/k/a Acme LLC, Lenina St. 7, Moscow, Russia; Order Temporarily Denying Export Privileges",
                                "")
                        .parties()
                        .stream()
                        .map(Found::value))
                .containsExactly("Acme OOO", "Acme LLC");
    }

    @Test
    void a_denial_that_is_rescinded_frees() {
        Reading reading = read(
                "Bureau of Political-Military Affairs; Rescission of Statutory Debarment of Jane Q. Public, Under the"
                        + " International Traffic in Arms Regulations",
                "");
        assertThat(reading.kind()).isEqualTo(Kind.DENIAL_ORDER);
        assertThat(reading.direction()).isEqualTo(Direction.EASES);
        assertThat(reading.parties().stream().map(Found::value)).containsExactly("Jane Q. Public");
    }

    @Test
    void what_borrows_the_words_of_sanctions_is_of_no_concern() {
        assertThat(read(
                                "Determination To Defer Sanctions; California",
                                "The EPA defers sanctions under the Clean Air Act.")
                        .kind())
                .isNull();
        assertThat(read("Jane Public: Final Debarment Order", "FDA debars Jane Public, who imported pills from China.")
                        .kind())
                .isNull();
    }

    @Test
    void hostile_text_is_read_in_no_time() {
        String letters =
                "Order Denying Export Privileges; In the Matter of: , and a/k/a effective until removing adding \u202e";
        Random random = new Random(7);
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 5; i++) {
                StringBuilder text = new StringBuilder();
                while (text.length() < 200_000) {
                    int from = random.nextInt(letters.length());
                    text.append(letters, from, Math.min(letters.length(), from + 1 + random.nextInt(9)));
                }
                read(text.toString(), text.toString());
                read("Additions to the Entity List " + "and ".repeat(50_000), "the ".repeat(50_000));
                read("Notice of OFAC Sanctions Actions", "publishing the name ".repeat(10_000));
            }
        });
    }
}
