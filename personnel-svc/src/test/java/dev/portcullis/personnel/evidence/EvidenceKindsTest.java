package dev.portcullis.personnel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.personnel.evidence.EvidenceKinds.Refusal;
import dev.portcullis.personnel.nationality.Citizenship;
import dev.portcullis.personnel.nationality.NationalityFacts;
import dev.portcullis.personnel.nationality.UsPersonBasis;
import dev.portcullis.personnel.nationality.UsPersonStatus;
import dev.portcullis.personnel.person.Verifications.Kind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 8 U.S.C. 1324b(a)(6): to ask for more or other documents than another would have shown, because of citizenship, is an unfair practice. */
class EvidenceKindsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private final EvidenceKinds kinds = EvidenceKinds.shipped();

    @ParameterizedTest
    @EnumSource(value = UsPersonBasis.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void nobody_whom_the_law_may_protect_is_asked_for_a_passport(UsPersonBasis basis) {
        for (String kind : List.of("FOREIGN_PASSPORT", "ARRIVAL_RECORD", "APPROVAL_NOTICE")) {
            assertThat(kinds.refusal(kind, Kind.VISA, person(basis), DAY)).contains(Refusal.PROTECTED);
        }
        assertThat(kinds.refusal("SIGNED_STATEMENT", Kind.US_PERSON_BASIS, person(basis), DAY))
                .isEmpty();
        assertThat(kinds.refusal("DOCUMENT_OF_OWN_CHOICE", Kind.US_PERSON_BASIS, person(basis), DAY))
                .isEmpty();
    }

    @Test
    void nor_is_somebody_of_whom_nothing_is_established() {
        assertThat(kinds.refusal("FOREIGN_PASSPORT", Kind.CITIZENSHIP, person(null), DAY))
                .contains(Refusal.PROTECTED);
    }

    @Test
    void nor_a_permanent_resident_who_let_naturalization_go() {
        NationalityFacts facts = new NationalityFacts(
                List.of(),
                List.of(),
                UsPersonBasis.PERMANENT_RESIDENT,
                new UsPersonStatus(null, LocalDate.of(2020, 1, 1), null, null),
                null);
        assertThat(kinds.refusal("FOREIGN_PASSPORT", Kind.CITIZENSHIP, facts, DAY))
                .contains(Refusal.PROTECTED);
    }

    @Test
    void a_foreign_person_may_be() {
        assertThat(kinds.refusal("FOREIGN_PASSPORT", Kind.CITIZENSHIP, person(UsPersonBasis.NONE), DAY))
                .isEmpty();
        assertThat(kinds.refusal("FOREIGN_PASSPORT", Kind.US_PERSON_BASIS, person(UsPersonBasis.NONE), DAY))
                .contains(Refusal.OF_OTHER_FACTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I9",
                "FORM_I9",
                "PERMANENT_RESIDENT_CARD",
                "US_PASSPORT",
                "SOCIAL_SECURITY_CARD",
                "DRIVERS_LICENSE",
                ""
            })
    void documents_of_form_i9_are_not_taken_of_anybody(String kind) {
        assertThat(kinds.refusal(kind, Kind.US_PERSON_BASIS, person(UsPersonBasis.NONE), DAY))
                .contains(Refusal.UNKNOWN_KIND);
    }

    @Test
    void evidence_is_relied_on_as_long_as_the_document_lasts_and_no_longer_than_we_trust_it() {
        assertThat(kinds.until("SIGNED_STATEMENT", LocalDate.of(2040, 1, 1), DAY))
                .isEqualTo(LocalDate.of(2028, 11, 29));
        assertThat(kinds.until("SIGNED_STATEMENT", LocalDate.of(2027, 1, 1), DAY))
                .isEqualTo(LocalDate.of(2027, 1, 1));
    }

    private static NationalityFacts person(@Nullable UsPersonBasis basis) {
        return new NationalityFacts(
                List.of(new Citizenship(CountryCode.of("IN"), LocalDate.of(1990, 1, 1), null)), List.of(), basis, null);
    }
}
