package dev.portcullis.screening.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.screening.party.Party;
import dev.portcullis.screening.screening.Identity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What differs between editions, and which parties that touches. */
class EditionDeltaTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-28");
    private static final ImpactRules RULES = new ImpactRules();

    private static EditionDelta.Entry entry(
            EditionDelta.Difference difference, String list, String name, String country) {
        return new EditionDelta.Entry(difference, list, "led-2", "id-" + name, name, List.of(country));
    }

    private static Party party(String name, String country, @Nullable String headquarters, @Nullable String parent) {
        Party.Details details = new Party.Details(
                name,
                CountryCode.of(country),
                headquarters == null ? null : CountryCode.of(headquarters),
                parent == null ? null : CountryCode.of(parent),
                List.of(),
                List.of(),
                Identity.UNKNOWN,
                true);
        return new Party("pty-1", 1, details, null, null, null, Instant.EPOCH, Instant.EPOCH);
    }

    private static List<Relation> relations(News news, Party party) {
        return RULES.touches(news, NamedParties.of(news.parties(), List.of()), party).stream()
                .map(Touch::relation)
                .toList();
    }

    @Test
    void there_is_one_news_for_each_list_and_difference() {
        List<EditionDelta.Told> told = EditionDelta.told(
                List.of(
                        entry(EditionDelta.Difference.ADDED, "EL", "Alpha", "CN"),
                        entry(EditionDelta.Difference.ADDED, "EL", "Beta", "RU"),
                        entry(EditionDelta.Difference.ADDED, "EL", "Gamma", "CN"),
                        entry(EditionDelta.Difference.REMOVED, "EL", "Delta", "DE"),
                        entry(EditionDelta.Difference.CHANGED, "SDN", "Epsilon", "IR")),
                DAY);
        assertThat(told.stream().map(one -> one.news().kind()))
                .containsExactly(Kind.LIST_ADDITION, Kind.LIST_REMOVAL, Kind.LIST_CHANGE);
        News added = told.get(0).news();
        assertThat(added.text()).isEqualTo("3 entries added to EL: CN (2), RU (1)");
        assertThat(added.countries()).containsExactly(CountryCode.of("CN"), CountryCode.of("RU"));
        assertThat(added.parties()).containsExactly("Alpha", "Beta", "Gamma");
        assertThat(added.direction()).isEqualTo(Direction.TIGHTENS);
        assertThat(told.get(1).news().title()).isEqualTo("1 entry removed from EL");
    }

    @Test
    void a_signal_carries_no_more_than_it_can() {
        List<EditionDelta.Entry> many = IntStream.range(0, 30_000)
                .mapToObj(i -> entry(EditionDelta.Difference.ADDED, "EL", "Company " + i, "CN"))
                .toList();
        EditionDelta.Told told = EditionDelta.told(many, DAY).get(0);
        assertThat(told.news().parties()).hasSize(News.MOST_PARTIES);
        assertThat(told.entries()).hasSize(30_000);
        assertThat(told.news().title()).isEqualTo("30000 entries added to EL");
    }

    @Test
    void an_addition_touches_who_has_a_like_name_and_not_the_whole_country() {
        News added = EditionDelta.told(
                        List.of(entry(
                                EditionDelta.Difference.ADDED,
                                "EL",
                                "Cambricon Technologies Corporation Limited",
                                "CN")),
                        DAY)
                .get(0)
                .news();
        assertThat(relations(added, party("Kambrikon Technologies Corp Ltd", "CN", null, null)))
                .containsExactly(Relation.NAMED);
        assertThat(relations(added, party("Siemens AG", "CN", "DE", "DE"))).isEmpty();
    }

    @Test
    void a_rule_on_chips_for_china_touches_parties_by_their_place_headquarters_and_parent() {
        News rule = new TimeMachine().news("2023-23055");
        assertThat(relations(rule, party("A", "CN", "CN", "CN")))
                .containsExactly(Relation.COUNTRY, Relation.HEADQUARTERS, Relation.PARENT);
        assertThat(relations(rule, party("B", "SG", "SG", "CN"))).containsExactly(Relation.PARENT);
        assertThat(relations(rule, party("C", "DE", "DE", "DE"))).isEmpty();
    }

    /** News of the great days. */
    private static final class TimeMachine {
        News news(String number) {
            try {
                return FederalRegisterPage.read(
                                new com.fasterxml.jackson.databind.ObjectMapper(),
                                FederalRegisterServer.greatDays()
                                        .toString()
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .documents()
                        .stream()
                        .filter(document -> document.number().equals(number))
                        .findFirst()
                        .flatMap(document -> News.of(document, new DocumentReader().read(document)))
                        .orElseThrow();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
