package dev.portcullis.screening.party;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.screening.cases.Side;
import dev.portcullis.screening.list.ListedParty.Type;
import dev.portcullis.screening.screening.Identity;
import dev.portcullis.screening.screening.SubjectRequest.Document;
import dev.portcullis.screening.screening.SubjectRequest.NameParts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a decision on a party may rest on, and what of a party leaves the service. */
class PartyTest {
    private static final Document PASSPORT = new Document("Passport", "AB1234567", CountryCode.of("RU"));
    private static final Identity KNOWN = new Identity(
            Type.INDIVIDUAL,
            new NameParts("Zyxwolf", "Quentin", null),
            List.of(CountryCode.of("RU")),
            "1960-05-12",
            List.of(PASSPORT));

    private static Party.Details details(Identity identity) {
        return new Party.Details(
                "Quentin Zyxwolf",
                CountryCode.of("DE"),
                null,
                null,
                List.of("5 Somewhere Street, Moscow"),
                List.of(),
                identity,
                true);
    }

    private static Side side(Identity identity) {
        return Party.kept("pty-1", details(identity)).side();
    }

    private static Identity born(String birth) {
        return new Identity(KNOWN.type(), KNOWN.nameParts(), KNOWN.countries(), birth, KNOWN.identifiers());
    }

    private static Identity with(List<Document> documents) {
        return new Identity(KNOWN.type(), KNOWN.nameParts(), KNOWN.countries(), KNOWN.birthDate(), documents);
    }

    @Test
    void a_decision_falls_with_any_change_of_birth_document_kind_country_or_parts() {
        for (Identity other : List.of(
                born("1961"),
                with(List.of()),
                with(List.of(PASSPORT, new Document("Tax ID", "12345", null))),
                new Identity(Type.ENTITY, KNOWN.nameParts(), KNOWN.countries(), KNOWN.birthDate(), KNOWN.identifiers()),
                new Identity(
                        KNOWN.type(),
                        new NameParts("Quentin", "Zyxwolf", null),
                        KNOWN.countries(),
                        KNOWN.birthDate(),
                        KNOWN.identifiers()),
                new Identity(KNOWN.type(), KNOWN.nameParts(), List.of(), KNOWN.birthDate(), KNOWN.identifiers()),
                Identity.UNKNOWN)) {
            assertThat(side(KNOWN).isOvertakenBy(side(other))).as("%s", other).isTrue();
        }
        assertThat(side(KNOWN).isOvertakenBy(side(KNOWN))).isFalse();
    }

    @Test
    void a_decision_from_before_such_things_were_told_stands_until_one_is_told() {
        Side then = Side.of(Map.of(
                Side.Trait.NAME,
                Set.of("Quentin Zyxwolf"),
                Side.Trait.ADDRESS,
                Set.of("5 Somewhere Street, Moscow"),
                Side.Trait.COUNTRY,
                Set.of("in DE")));
        assertThat(then.isOvertakenBy(side(Identity.UNKNOWN))).isFalse();
        assertThat(then.isOvertakenBy(side(KNOWN))).isTrue();
    }

    @Test
    void neither_birth_nor_document_is_in_what_other_services_and_the_ledger_read() {
        Party party = new Party("pty-1", 1, details(KNOWN), null, null, null, Instant.EPOCH, Instant.EPOCH);
        assertThat(party.toState().toString()).contains("Quentin Zyxwolf").doesNotContain("1960", "AB1234567");
        assertThat(PartyFact.of(party, PartyFact.Cause.CHANGED).toString())
                .doesNotContain("1960", "AB1234567", "Quentin");
    }
}
