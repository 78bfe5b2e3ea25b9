package dev.portcullis.screening.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.screening.ownership.Listing;
import dev.portcullis.screening.ownership.Ownership;
import dev.portcullis.screening.ownership.OwnershipFinding;
import dev.portcullis.screening.ownership.OwnershipFinding.Degree;
import dev.portcullis.screening.ownership.Posture;
import dev.portcullis.screening.ownership.RedFlag;
import dev.portcullis.screening.ownership.RedFlag.Code;
import dev.portcullis.screening.party.OwnershipObserver.Change;
import dev.portcullis.screening.party.Party;
import dev.portcullis.screening.screening.Identity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which changes of ownership are news, and what the news says. */
class OwnershipNewsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    private static Party party(String id, long version, @Nullable Ownership ownership) {
        Party.Details details = new Party.Details(
                "Nondescript Works", CountryCode.of("DE"), null, null, List.of(), List.of(), Identity.UNKNOWN, true);
        return new Party(id, version, details, null, null, ownership, Instant.EPOCH, Instant.EPOCH);
    }

    private static Ownership owned(Degree degree, int percent, List<String> entries, Code... flags) {
        OwnershipFinding finding = new OwnershipFinding(
                "OFAC-50",
                degree,
                BigDecimal.valueOf(percent),
                BigDecimal.valueOf(percent),
                BigDecimal.valueOf(50),
                Posture.Standing.IN_FORCE,
                "FAQ 401",
                entries.isEmpty() ? List.of() : List.of("SDN"),
                entries.stream()
                        .map(id -> new Listing("SDN", id, "Somebody Listed", List.of(), true))
                        .toList(),
                List.of(),
                0,
                Stream.of(flags).map(code -> new RedFlag(code, "", "")).toList());
        return new Ownership(List.of(finding), DAY, "led-1", Instant.EPOCH);
    }

    private static List<OwnershipNews> news(@Nullable Ownership before, @Nullable Ownership after) {
        return OwnershipNews.of(List.of(new Change(party("pty-1", 6, before), party("pty-1", 7, after))), DAY);
    }

    private static void assertNews(Direction direction, @Nullable Ownership before, @Nullable Ownership after) {
        assertThat(news(before, after)).singleElement().satisfies(one -> {
            assertThat(one.news().direction()).isEqualTo(direction);
            assertThat(one.words()).containsOnlyKeys("pty-1");
        });
    }

    @Test
    void a_threshold_that_is_crossed_a_listed_owner_who_is_new_and_a_question_that_is_new_are_news() {
        assertNews(Direction.TIGHTENS, null, owned(Degree.CERTAIN, 60, List.of("1")));
        assertNews(Direction.TIGHTENS, owned(Degree.BELOW, 40, List.of("1")), owned(Degree.CERTAIN, 60, List.of("1")));
        assertNews(
                Direction.TIGHTENS, owned(Degree.BELOW, 40, List.of("1")), owned(Degree.BELOW, 40, List.of("1", "2")));
        assertNews(
                Direction.TIGHTENS,
                owned(Degree.BELOW, 24, List.of("1")),
                owned(Degree.BELOW, 26, List.of("1"), Code.LISTED_MINORITY));
        assertNews(
                Direction.EASES,
                owned(Degree.CERTAIN, 60, List.of("1")),
                owned(Degree.BELOW, 40, List.of("1"), Code.LISTED_MINORITY));
        assertNews(Direction.EASES, owned(Degree.CERTAIN, 60, List.of("1")), null);
    }

    @Test
    void another_share_at_the_same_degree_and_faults_of_what_was_told_are_none() {
        assertThat(news(owned(Degree.CERTAIN, 60, List.of("1")), owned(Degree.CERTAIN, 90, List.of("1"))))
                .isEmpty();
        assertThat(news(null, owned(Degree.NONE, 0, List.of()))).isEmpty();
        assertThat(news(owned(Degree.NONE, 0, List.of()), owned(Degree.NONE, 0, List.of(), Code.SOURCES_DISAGREE)))
                .isEmpty();
    }

    @Test
    void changes_that_are_stored_together_are_one_news_of_each_direction_by_ids_and_without_a_name() {
        List<OwnershipNews> news = OwnershipNews.of(
                List.of(
                        new Change(party("pty-1", 1, null), party("pty-1", 2, owned(Degree.CERTAIN, 60, List.of("1")))),
                        new Change(party("pty-2", 4, null), party("pty-2", 5, owned(Degree.POSSIBLE, 0, List.of("1")))),
                        new Change(
                                party("pty-3", 4, owned(Degree.CERTAIN, 60, List.of("1"))), party("pty-3", 5, null))),
                DAY);
        assertThat(news).hasSize(2);
        assertThat(news.get(0).words())
                .containsEntry("pty-1", "OFAC-50 NONE to CERTAIN by SDN/1")
                .containsOnlyKeys("pty-1", "pty-2");
        assertThat(news.get(0).news().title()).contains("2 parties stand worse");
        assertThat(news.get(1).words()).containsOnlyKeys("pty-3");
        assertThat(news).noneMatch(one -> one.toString().contains("Nondescript"));
        assertThat(news.stream().map(OwnershipNews::origin)).doesNotHaveDuplicates();
    }

    @Test
    void the_same_versions_have_the_same_origin_and_others_another() {
        Ownership now = owned(Degree.CERTAIN, 60, List.of("1"));
        String origin = news(null, now).get(0).origin();
        assertThat(news(null, now).get(0).origin()).isEqualTo(origin);
        assertThat(OwnershipNews.of(List.of(new Change(party("pty-1", 7, null), party("pty-1", 8, now))), DAY)
                        .get(0)
                        .origin())
                .isNotEqualTo(origin);
    }
}
