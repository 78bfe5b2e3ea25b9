package dev.portcullis.personnel.nationality;

import static dev.portcullis.contracts.PersonState.Standing.FOREIGN_PERSON;
import static dev.portcullis.contracts.PersonState.Standing.UNDETERMINED;
import static dev.portcullis.contracts.PersonState.Standing.US_PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PersonState.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row is worked out from the section that it cites. */
class DeemedExportNationalityTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    record Row(String what, String facts, Standing standing, String country, String nationalities, String citation) {
        @Override
        public String toString() {
            return what + " (" + citation + ")";
        }
    }

    /** Facts are words: "IN:1990-01-02" a citizenship, "-2019-03-04" after it its loss, "pr=DE:from..to", "basis=", "visa=". */
    static Stream<Row> table() {
        return Stream.of(
                row("one citizenship", "basis=NONE IN:1990-05-01", FOREIGN_PERSON, "IN", "IN", "15 CFR 734.13(b)"),
                row("one citizenship without a date", "basis=NONE IN", FOREIGN_PERSON, "IN", "IN", "15 CFR 734.13(b)"),
                row(
                        "a dual national counts by the later citizenship",
                        "basis=NONE IN:1985-02-03 GB:2019-06-07",
                        FOREIGN_PERSON,
                        "GB",
                        "GB IN",
                        "15 CFR 734.13(b)"),
                row(
                        "the order in which they are told does not matter",
                        "basis=NONE GB:2019-06-07 IN:1985-02-03",
                        FOREIGN_PERSON,
                        "GB",
                        "GB IN",
                        "15 CFR 734.13(b)"),
                row(
                        "a permanent residency later than the citizenship counts",
                        "basis=NONE CN:1988-01-01 pr=CA:2020-01-01",
                        FOREIGN_PERSON,
                        "CA",
                        "CN",
                        "15 CFR 734.13(b)"),
                row(
                        "a citizenship later than the permanent residency counts",
                        "basis=NONE pr=CA:2010-01-01 FR:2022-01-01",
                        FOREIGN_PERSON,
                        "FR",
                        "FR",
                        "15 CFR 734.13(b)"),
                row(
                        "a permanent residency that has ended does not count",
                        "basis=NONE CN:1988-01-01 pr=CA:2015-01-01..2020-01-01",
                        FOREIGN_PERSON,
                        "CN",
                        "CN",
                        "15 CFR 734.13(b)"),
                row(
                        "a citizenship that was lost does not count",
                        "basis=NONE GB:1980-01-01 IR:2010-01-01-2015-01-01",
                        FOREIGN_PERSON,
                        "GB",
                        "GB",
                        "15 CFR 734.13(b)"),
                row(
                        "a former national without another tie is asked about",
                        "basis=NONE IR:1980-01-01-2015-01-01",
                        UNDETERMINED,
                        null,
                        "",
                        "15 CFR 734.13(b)"),
                row(
                        "two citizenships, one of them undated",
                        "basis=NONE IN GB:2019-06-07",
                        UNDETERMINED,
                        null,
                        "",
                        "15 CFR 734.13(b)"),
                row("two citizenships, none dated", "basis=NONE IN GB", UNDETERMINED, null, "", "15 CFR 734.13(b)"),
                row(
                        "an undated residency of the country that leads anyway changes nothing",
                        "basis=NONE IN:1985-02-03 GB:2019-06-07 pr=GB",
                        FOREIGN_PERSON,
                        "GB",
                        "GB IN",
                        "15 CFR 734.13(b)"),
                row(
                        "undated ties to one country only",
                        "basis=NONE CN pr=CN",
                        FOREIGN_PERSON,
                        "CN",
                        "CN",
                        "15 CFR 734.13(b)"),
                row(
                        "two citizenships by birth on the same day",
                        "basis=NONE IN:1990-01-01 CN:1990-01-01",
                        UNDETERMINED,
                        null,
                        "",
                        "15 CFR 734.13(b)"),
                row("a stateless person", "basis=NONE", UNDETERMINED, null, "", "15 CFR 734.13(b)"),
                row(
                        "a stateless person with a permanent residency",
                        "basis=NONE pr=DE:2012-01-01",
                        FOREIGN_PERSON,
                        "DE",
                        "",
                        "15 CFR 734.13(b)"),
                row(
                        "a nonimmigrant visa makes no US person",
                        "visa=2027-09-30 CN:1990-01-01",
                        FOREIGN_PERSON,
                        "CN",
                        "CN",
                        "15 CFR 772.1"),
                row("a US citizen by basis", "basis=CITIZEN", US_PERSON, null, "", "15 CFR 772.1"),
                row("a US citizen by citizenship", "US:1990-01-01", US_PERSON, null, "", "15 CFR 772.1"),
                row(
                        "a US citizen with a later second nationality",
                        "basis=CITIZEN US:1990-01-01 CN:2015-01-01",
                        US_PERSON,
                        null,
                        "",
                        "15 CFR 772.1"),
                row("a US national", "basis=NATIONAL", US_PERSON, null, "", "8 U.S.C. 1324b(a)(3)(A)"),
                row(
                        "a lawful permanent resident",
                        "basis=PERMANENT_RESIDENT CN:1990-01-01",
                        US_PERSON,
                        null,
                        "",
                        "15 CFR 772.1"),
                row(
                        "a lawful permanent resident by residency",
                        "CN:1990-01-01 pr=US:2021-01-01",
                        US_PERSON,
                        null,
                        "",
                        "15 CFR 772.1"),
                row("a refugee", "basis=REFUGEE SY:1990-01-01", US_PERSON, null, "", "8 U.S.C. 1324b(a)(3)(B)"),
                row("an asylee", "basis=ASYLEE IR:1990-01-01", US_PERSON, null, "", "8 U.S.C. 1324b(a)(3)(B)"),
                row(
                        "an expired visa does not speak against permanent residency",
                        "basis=PERMANENT_RESIDENT visa=2020-01-01 CN:1990-01-01",
                        US_PERSON,
                        null,
                        "",
                        "15 CFR 772.1"),
                row(
                        "a US citizenship that was given up makes no US person",
                        "basis=NONE US:1970-01-01-2012-01-01 CH:2011-01-01",
                        FOREIGN_PERSON,
                        "CH",
                        "CH",
                        "15 CFR 772.1"),
                row("nothing known", "", UNDETERMINED, null, "", "15 CFR 772.1"),
                row("no basis established", "IN:1990-01-01", UNDETERMINED, null, "", "15 CFR 772.1"),
                row(
                        "basis none against a US citizenship",
                        "basis=NONE US:1990-01-01",
                        UNDETERMINED,
                        null,
                        "",
                        "15 CFR 772.1"),
                row(
                        "basis citizen against a US citizenship that was lost",
                        "basis=CITIZEN US:1990-01-01-2010-01-01",
                        UNDETERMINED,
                        null,
                        "",
                        "15 CFR 772.1"),
                row(
                        "basis permanent resident against a residency that ended",
                        "basis=PERMANENT_RESIDENT CN:1990-01-01 pr=US:2010-01-01..2020-01-01",
                        UNDETERMINED,
                        null,
                        "",
                        "15 CFR 772.1"),
                row(
                        "basis permanent resident against a visa that runs",
                        "basis=PERMANENT_RESIDENT visa=2027-01-01 IN:1990-01-01",
                        UNDETERMINED,
                        null,
                        "",
                        "15 CFR 772.1"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_standing_and_the_country_that_matters_follow_from_the_facts(Row row) {
        Assessment assessment = DeemedExportNationality.assess(facts(row.facts()), TODAY);
        assertThat(assessment.standing()).isEqualTo(row.standing());
        assertThat(assessment.deemedExportCountry())
                .isEqualTo(row.country() == null ? null : CountryCode.of(row.country()));
        assertThat(assessment.nationalities())
                .extracting(CountryCode::value)
                .containsExactly(
                        row.nationalities().isEmpty()
                                ? new String[0]
                                : row.nationalities().split(" "));
        assertThat(assessment.reasons()).anyMatch(reason -> reason.citation().startsWith(row.citation()));
    }

    @Test
    void the_record_of_a_visa_holder_lasts_as_long_as_the_visa() {
        assertThat(assess("basis=NONE visa=2027-09-30 IN:1990-01-01").authorizedUntil())
                .isEqualTo("2027-09-30");
        assertThat(assess("basis=CITIZEN").authorizedUntil()).isNull();
    }

    @Test
    void a_residency_that_ends_bounds_the_answer_that_rests_on_it() {
        Assessment assessment = assess("basis=NONE CN:1988-01-01 pr=CA:2020-01-01..2026-12-31");
        assertThat(assessment.authorizedUntil()).isEqualTo("2026-12-31");
        assertThat(assessment.changesOn()).isEqualTo("2027-01-01");
        assertThat(DeemedExportNationality.assess(
                                facts("basis=NONE CN:1988-01-01 pr=CA:2020-01-01..2026-12-31"),
                                LocalDate.parse("2027-01-01"))
                        .deemedExportCountry())
                .isEqualTo(CountryCode.of("CN"));
        assertThat(assess("pr=US:2020-01-01..2026-12-31").authorizedUntil()).isEqualTo("2026-12-31");
    }

    @Test
    void the_nationalities_of_a_us_person_are_in_no_reason() {
        Assessment assessment = assess("basis=PERMANENT_RESIDENT IR:1990-01-01");
        assertThat(assessment.reasons().toString()).doesNotContain("IR", "Iran");
    }

    @Test
    void dates_that_run_backwards_are_refused() {
        LocalDate before = TODAY.minusDays(1);
        assertThatThrownBy(() -> new Citizenship(CountryCode.of("IN"), TODAY, before))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PermanentResidency(CountryCode.of("IN"), TODAY, before))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Assessment assess(String words) {
        return DeemedExportNationality.assess(facts(words), TODAY);
    }

    private static Row row(
            String what, String facts, Standing standing, String country, String nationalities, String citation) {
        return new Row(what, facts, standing, country, nationalities, citation);
    }

    private static NationalityFacts facts(String words) {
        List<Citizenship> citizenships = new ArrayList<>();
        List<PermanentResidency> residencies = new ArrayList<>();
        UsPersonBasis basis = null;
        LocalDate visa = null;
        for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
            if (word.startsWith("basis=")) {
                basis = UsPersonBasis.valueOf(word.substring(6));
            } else if (word.startsWith("visa=")) {
                visa = LocalDate.parse(word.substring(5));
            } else if (word.startsWith("pr=")) {
                CountryCode country = CountryCode.of(word.substring(3, 5));
                String[] dates = word.length() > 5 ? word.substring(6).split("\\.\\.") : new String[0];
                residencies.add(new PermanentResidency(
                        country,
                        dates.length > 0 ? LocalDate.parse(dates[0]) : null,
                        dates.length > 1 ? LocalDate.parse(dates[1]) : null));
            } else {
                citizenships.add(new Citizenship(
                        CountryCode.of(word.substring(0, 2)),
                        word.length() > 2 ? LocalDate.parse(word.substring(3, 13)) : null,
                        word.length() > 13 ? LocalDate.parse(word.substring(14)) : null));
            }
        }
        return new NationalityFacts(citizenships, residencies, basis, visa);
    }
}
