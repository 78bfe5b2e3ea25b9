package dev.portcullis.personnel.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.person.Verifications.Fact;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationsTest {
    private static final Instant AT = Instant.parse("2026-11-29T10:00:00Z");
    private static final ObjectNode RECORD = attributes("{'usPersonBasis':'NONE','citizenships':[{'country':'IN'},"
            + "{'country':'GB','acquired':'2019-06-07'}],'visa':{'class':'H-1B','validUntil':'2028-01-01'}}");

    @Test
    void each_fact_of_the_record_can_be_verified_by_itself() {
        assertThat(Verifications.facts(RECORD))
                .extracting(Fact::kind)
                .containsExactly(
                        Verifications.Kind.CITIZENSHIP,
                        Verifications.Kind.CITIZENSHIP,
                        Verifications.Kind.VISA,
                        Verifications.Kind.US_PERSON_BASIS);
        for (Fact fact : Verifications.facts(RECORD)) {
            ObjectNode verified =
                    Verifications.verify(RECORD, fact, "officer-2", AT).orElseThrow();
            assertThat(Verifications.facts(verified).stream().filter(Fact::verified))
                    .as(fact.kind().name())
                    .singleElement()
                    .satisfies(one -> assertThat(one.content()).isEqualTo(fact.content()));
        }
    }

    @Test
    void a_verification_outlives_a_message_that_leaves_the_fact_as_it_is() {
        ObjectNode verified = allVerified();
        assertThat(Verifications.carry(verified, RECORD)).isEqualTo(verified);
        assertThat(Verifications.carry(verified, verified)).isEqualTo(verified);
    }

    @Test
    void whatever_changes_of_a_fact_ends_its_verification() {
        ObjectNode verified = allVerified();
        for (String change : List.of(
                "{'usPersonBasis':'NONE','citizenships':[{'country':'IN','lost':'2020-01-01'}]}",
                "{'usPersonBasis':'NONE','citizenships':[{'country':'GB','acquired':'2019-06-08'}]}",
                "{'usPersonBasis':'ASYLEE'}",
                "{'usPersonBasis':'NONE','usPersonStatus':{'ended':'2020-01-01'}}",
                "{'visa':{'class':'H-1B','validUntil':'2029-01-01'}}")) {
            ObjectNode after = Verifications.carry(verified, attributes(change));
            assertThat(Verifications.facts(after).stream()
                            .filter(Fact::verified)
                            .filter(fact -> Verifications.facts(verified).stream()
                                    .noneMatch(old -> old.content().equals(fact.content()))))
                    .as(change)
                    .isEmpty();
        }
        assertThat(Verifications.facts(Verifications.carry(verified, attributes("{'usPersonBasis':'ASYLEE'}"))))
                .noneMatch(Fact::verified);
    }

    @Test
    void nobody_verifies_by_sending_so() {
        ObjectNode sent = attributes("{'usPersonBasis':'CITIZEN','usPersonStatus':{'verifiedBy':'hr'},"
                + "'citizenships':[{'country':'US','verifiedBy':'hr','verifiedAt':'2026-01-01T00:00:00Z'}]}");
        ObjectNode kept = Verifications.carry(attributes("{}"), sent);
        assertThat(kept.toString()).doesNotContain("verified").doesNotContain("usPersonStatus");
        assertThat(Verifications.facts(kept)).hasSize(2).noneMatch(Fact::verified);
    }

    @Test
    void what_is_not_on_record_cannot_be_verified() {
        Fact other = Verifications.facts(attributes("{'citizenships':[{'country':'FR'}]}"))
                .get(0);
        assertThat(Verifications.verify(RECORD, other, "officer-2", AT)).isEmpty();
    }

    private static ObjectNode allVerified() {
        ObjectNode all = RECORD;
        for (Fact fact : Verifications.facts(RECORD)) {
            all = Verifications.verify(all, fact, "officer-2", AT).orElseThrow();
        }
        return all;
    }

    private static ObjectNode attributes(String extension) {
        try {
            return (ObjectNode) new ObjectMapper()
                    .readTree(("{'userName':'a','active':true,'" + ExportControlFacts.SCHEMA + "':" + extension + "}")
                            .replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
