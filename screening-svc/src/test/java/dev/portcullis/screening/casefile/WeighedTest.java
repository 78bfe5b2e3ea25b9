package dev.portcullis.screening.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CaseState;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.Case.Outcome;
import dev.portcullis.screening.cases.CasePolicy;
import dev.portcullis.screening.cases.Decision;
import dev.portcullis.screening.cases.Side;
import dev.portcullis.screening.cases.Sides;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.Particulars;
import dev.portcullis.screening.screening.Clearance;
import dev.portcullis.screening.screening.Exemptions;
import dev.portcullis.screening.screening.LoadedEdition;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WeighedTest {
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final CasePolicy POLICY = CasePolicy.shipped();
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
    private static final String NAME = "Kambrikon Technologies";

    private final AtomicInteger ids = new AtomicInteger();

    private static ListedParty entry(String id, String name, String country) {
        return new ListedParty(
                id,
                "EL",
                ListedParty.Type.ENTITY,
                name,
                List.of(),
                List.of(),
                List.of(country),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Particulars.NONE);
    }

    private static Screener screener(List<ListedParty> entries) {
        Edition edition = new Edition(
                "led-1",
                "consolidated",
                "CSL_CSV",
                "digest",
                1,
                Map.of("EL", entries.size()),
                0,
                List.of(),
                null,
                0,
                NOW,
                "screener");
        return Screener.of(List.of(new LoadedEdition(edition, entries)), null, 0);
    }

    private static List<ListedParty> namesakes(int count) {
        List<ListedParty> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry("e-" + (100 + i), "Cambricon Technologies", "CN"));
        }
        return entries;
    }

    private static Kept party(String name) {
        return new Kept(
                "pty-1",
                new Subject(name, List.of(), CountryCode.of("CN")),
                Side.of(Map.of(Side.Trait.NAME, Set.of(name), Side.Trait.COUNTRY, Set.of("in CN"))));
    }

    private Weighed weigh(Screener screener, Kept party, List<CaseFile> known, Exemptions others, Instant now) {
        return Weighed.of(screener, party, known, others, now, POLICY, () -> "cas-" + ids.incrementAndGet());
    }

    private static Decision said(String by, Outcome outcome) {
        boolean same = outcome == Outcome.THE_SAME;
        return new Decision(
                by,
                NOW,
                outcome,
                List.of(same ? "SAME_PARTICULARS" : "DIFFERENT_NAME"),
                List.of(),
                same ? null : UNTIL);
    }

    private static CaseFile decided(CaseFile file, Kept party, Screener screener, Outcome outcome) {
        Case opened = file.stands();
        Side entry = Sides.of(
                screener.entry(opened.pair().list(), opened.pair().entryId()).orElseThrow());
        Case agreed =
                opened.propose(said("one", outcome), POLICY).agree(said("two", outcome), party.side(), entry, POLICY);
        return file.step(agreed, NOW);
    }

    private static List<CaseFile> files(Weighed weighed) {
        return weighed.moved().stream().map(Weighed.Moved::file).toList();
    }

    @Test
    void a_cleared_hit_never_crowds_out_a_new_one() {
        Kept party = party(NAME);
        Screener screener = screener(namesakes(30));
        Map<String, CaseFile> known = new HashMap<>();
        // Cleared as they come up, 25 at a time, until none is left: each of the 30 got its case.
        for (int round = 0; round < 3; round++) {
            Weighed weighed = weigh(screener, party, List.copyOf(known.values()), Exemptions.none(), NOW);
            for (Weighed.Moved moved : weighed.moved()) {
                assertThat(moved.cause()).isEqualTo(CaseState.Cause.OPENED);
                CaseFile file = moved.file();
                known.put(file.stands().pair().entryId(), decided(file, party, screener, Outcome.NOT_THE_SAME));
            }
        }
        assertThat(known).hasSize(30);
        List<ListedParty> more = namesakes(30);
        more.add(entry("new", "Cambrikon Technologies", "CN"));
        Weighed weighed = weigh(screener(more), party, List.copyOf(known.values()), Exemptions.none(), NOW);
        assertThat(weighed.finding().hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.entryId()).isEqualTo("new"));
        assertThat(weighed.finding().status()).isEqualTo(PartyState.Status.POSSIBLE_MATCH);
        assertThat(weighed.finding().cleared()).hasSize(25);
    }

    @Test
    void a_case_that_waits_is_not_closed_while_its_hit_may_be_cut_off() {
        Kept party = party(NAME);
        CaseFile waiting = files(weigh(screener(namesakes(1)), party, List.of(), Exemptions.none(), NOW))
                .get(0);
        List<ListedParty> better = new ArrayList<>(namesakes(1));
        for (int i = 0; i < 40; i++) {
            better.add(entry("b-" + (100 + i), NAME, "CN"));
        }
        Weighed full = weigh(screener(better), party, List.of(waiting), Exemptions.none(), NOW);
        assertThat(full.finding().hits()).noneMatch(hit -> hit.entryId().equals("e-100"));
        assertThat(files(full)).noneMatch(file -> file.id().equals(waiting.id()));
        Weighed gone = weigh(
                screener(List.of(entry("x", "Blue Heron Fisheries", "CN"))),
                party,
                List.of(waiting),
                Exemptions.none(),
                NOW);
        assertThat(gone.moved()).singleElement().satisfies(moved -> {
            assertThat(moved.cause()).isEqualTo(CaseState.Cause.GONE);
            assertThat(moved.file().stands().state()).isEqualTo(Case.State.GONE);
        });
    }

    @Test
    void a_clearance_ends_with_its_last_day_and_with_a_side_that_changes() {
        Kept party = party(NAME);
        Screener screener = screener(namesakes(1));
        CaseFile opened =
                files(weigh(screener, party, List.of(), Exemptions.none(), NOW)).get(0);
        List<CaseFile> cleared = List.of(decided(opened, party, screener, Outcome.NOT_THE_SAME));
        Instant lastDay = Instant.parse("2026-12-31T23:59:59Z");
        Weighed on = weigh(screener, party, cleared, Exemptions.none(), lastDay);
        assertThat(on.finding().status()).isEqualTo(PartyState.Status.CLEAR);
        assertThat(on.finding().toState().cleared())
                .singleElement()
                .satisfies(one -> assertThat(one.until()).isEqualTo(UNTIL));
        assertThat(on.moved()).isEmpty();
        Weighed after = weigh(screener, party, cleared, Exemptions.none(), lastDay.plus(Duration.ofSeconds(1)));
        assertThat(after.finding().status()).isEqualTo(PartyState.Status.POSSIBLE_MATCH);
        assertThat(after.moved())
                .singleElement()
                .satisfies(moved -> assertThat(moved.cause()).isEqualTo(CaseState.Cause.REOPENED));
        Screener moved = screener(List.of(entry("e-100", "Cambricon Technologies", "HK")));
        assertThat(weigh(moved, party, cleared, Exemptions.none(), NOW)
                        .finding()
                        .status())
                .isEqualTo(PartyState.Status.POSSIBLE_MATCH);
    }

    @Test
    void who_is_confirmed_is_listed_under_any_name_until_two_people_clear_it_or_the_entry_is_gone() {
        Kept party = party(NAME);
        Screener screener = screener(namesakes(1));
        CaseFile opened =
                files(weigh(screener, party, List.of(), Exemptions.none(), NOW)).get(0);
        CaseFile confirmed = decided(opened, party, screener, Outcome.THE_SAME);
        Kept renamed = party("Blue Heron Fisheries");
        Weighed held = weigh(screener, renamed, List.of(confirmed), Exemptions.none(), NOW);
        assertThat(held.finding().status()).isEqualTo(PartyState.Status.LISTED);
        assertThat(held.finding().toState().hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.isTheListed()).isTrue());
        Exemptions all = (subject, entry, day) -> new Clearance("ggy-1", UNTIL);
        assertThat(weigh(screener, party, List.of(confirmed), all, NOW)
                        .finding()
                        .status())
                .isEqualTo(PartyState.Status.LISTED);
        CaseFile reopened = confirmed.step(
                confirmed.stands().reopen(renamed.side(), Sides.of(namesakes(1).get(0)), NOW, POLICY), NOW);
        assertThat(weigh(screener, renamed, List.of(reopened), Exemptions.none(), NOW)
                        .finding()
                        .status())
                .isEqualTo(PartyState.Status.POSSIBLE_MATCH);
        Screener without = screener(List.of(entry("x", "Somebody Else", "CN")));
        assertThat(weigh(without, renamed, List.of(confirmed), Exemptions.none(), NOW)
                        .finding()
                        .status())
                .isEqualTo(PartyState.Status.CLEAR);
    }

    @Test
    void what_is_exempt_by_name_opens_no_case_and_closes_one_that_waits() {
        Kept party = party(NAME);
        Screener screener = screener(namesakes(1));
        Exemptions all = (subject, entry, day) -> new Clearance("ggy-1", UNTIL);
        assertThat(weigh(screener, party, List.of(), all, NOW).moved()).isEmpty();
        CaseFile opened =
                files(weigh(screener, party, List.of(), Exemptions.none(), NOW)).get(0);
        assertThat(weigh(screener, party, List.of(opened), all, NOW).moved())
                .singleElement()
                .satisfies(moved -> assertThat(moved.cause()).isEqualTo(CaseState.Cause.GONE));
    }
}
