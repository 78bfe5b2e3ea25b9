package dev.portcullis.screening.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.SignalState.Basis;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The great days of AI export control, read from the documents around them as the Federal Register's interface gives them. */
class TimeMachineTest {
    private static final DocumentReader READER = new DocumentReader();
    private static final Map<String, FederalRegisterDocument> DOCUMENTS = documents();

    private static Map<String, FederalRegisterDocument> documents() {
        try (InputStream in = TimeMachineTest.class.getResourceAsStream("/signals/great-days.json")) {
            FederalRegisterPage page = FederalRegisterPage.read(
                    new ObjectMapper(), Objects.requireNonNull(in).readAllBytes());
            assertThat(page.unreadable()).isZero();
            return page.documents().stream()
                    .collect(Collectors.toMap(FederalRegisterDocument::number, document -> document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading read(String number) {
        return READER.read(Objects.requireNonNull(DOCUMENTS.get(number)));
    }

    private static Effective effective(String number) {
        return Objects.requireNonNull(read(number).effective()).value();
    }

    private static Set<String> eccns(String number) {
        return read(number).eccns().stream().map(found -> found.value().value()).collect(Collectors.toSet());
    }

    private static Set<String> countries(String number) {
        return read(number).countries().stream()
                .map(found -> found.value().value())
                .collect(Collectors.toSet());
    }

    /** Documents that bind on a day and not on the day before. */
    private static Set<String> beginOn(String day) {
        LocalDate date = LocalDate.parse(day);
        return DOCUMENTS.keySet().stream()
                .filter(number -> {
                    Found<Effective> effective = read(number).effective();
                    return effective != null
                            && effective.value().on(date)
                            && !effective.value().on(date.minusDays(1));
                })
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "2022-10-07, 2022-21658",
        "2023-10-17, 2023-23048",
        "2023-11-17, 2023-23049|2023-23055",
        "2025-01-13, 2025-00636",
        "2025-09-29, 2025-19001",
        "2025-11-10, 2025-19846"
    })
    void each_great_day_begins_with_its_own_rules(String day, String numbers) {
        assertThat(beginOn(day)).containsExactlyInAnyOrder(numbers.split("\\|"));
    }

    @Test
    void on_7_october_2022_chips_computers_and_chip_making_equipment_for_china_are_flagged() {
        Reading reading = read("2022-21658");
        assertThat(reading.kind()).isEqualTo(Kind.CONTROL_RULE);
        assertThat(reading.stage()).isEqualTo(Stage.FINAL);
        assertThat(reading.direction()).isEqualTo(Direction.TIGHTENS);
        assertThat(eccns("2022-21658")).containsExactlyInAnyOrder("3A090", "4A090", "3B090");
        assertThat(countries("2022-21658")).containsExactly("CN");
        assertThat(effective("2022-21658"))
                .isEqualTo(new Effective(LocalDate.parse("2022-10-07"), null, null, Basis.PUBLISHER));
        // Of the same issue: parties on the Unverified List, and a document about a public-private institute that is of
        // no concern.
        assertThat(read("2022-21714").kind()).isEqualTo(Kind.LIST_ADDITION);
        assertThat(read("2022-22221").kind()).isNull();
    }

    @Test
    void on_17_october_2023_chip_designers_are_listed_and_the_thresholds_follow_a_month_later() {
        assertThat(read("2023-23048").kind()).isEqualTo(Kind.LIST_ADDITION);
        assertThat(countries("2023-23048")).containsExactly("CN");
        assertThat(effective("2023-23048").from()).isEqualTo("2023-10-17");
        assertThat(read("2023-23055").kind()).isEqualTo(Kind.CONTROL_RULE);
        assertThat(eccns("2023-23055")).contains("3A090", "4A090");
        assertThat(countries("2023-23055")).containsExactly("CN");
        assertThat(effective("2023-23055").from()).isEqualTo("2023-11-17");
        // The equipment of 3B090 stands in 3B001 and 3B002 from the rule's own day on, not from that of its
        // publication.
        assertThat(eccns("2023-23049")).contains("3B001", "3B002").doesNotContain("3B090");
        assertThat(effective("2023-23049").from()).isEqualTo("2023-11-17");
    }

    @Test
    void on_15_january_2025_chips_and_model_weights_are_flagged_whatever_the_destination() {
        Reading reading = read("2025-00636");
        assertThat(reading.kind()).isEqualTo(Kind.CONTROL_RULE);
        assertThat(reading.direction()).isEqualTo(Direction.TIGHTENS);
        assertThat(eccns("2025-00636")).containsExactlyInAnyOrder("3A090", "4E091");
        assertThat(reading.countries()).isEmpty();
        // "effective January 13. 2025", as it is printed.
        assertThat(effective("2025-00636"))
                .isEqualTo(new Effective(LocalDate.parse("2025-01-13"), null, null, Basis.STATED));
        assertThat(read("2025-00637").kind()).isEqualTo(Kind.NOTICE);
        assertThat(read("2025-00637").effective()).isNull();
    }

    @Test
    void on_29_september_2025_affiliates_of_listed_parties_are_flagged() {
        Reading reading = read("2025-19001");
        assertThat(reading.kind()).isEqualTo(Kind.CONTROL_RULE);
        assertThat(reading.direction()).isEqualTo(Direction.TIGHTENS);
        assertThat(effective("2025-19001").from()).isEqualTo("2025-09-29");
        assertThat(effective("2025-19001").until()).isNull();
    }

    @Test
    void on_10_november_2025_the_affiliates_rule_is_set_aside_for_a_year_and_no_longer() {
        Reading reading = read("2025-19846");
        assertThat(reading.kind()).isEqualTo(Kind.CONTROL_RULE);
        assertThat(reading.direction()).isEqualTo(Direction.SUSPENDS);
        assertThat(reading.citations()).contains("90 FR 47201");
        Effective suspension = effective("2025-19846");
        assertThat(suspension.on(LocalDate.parse("2025-11-09"))).isFalse();
        assertThat(suspension.on(LocalDate.parse("2025-11-10"))).isTrue();
        assertThat(suspension.on(LocalDate.parse("2026-11-09"))).isTrue();
        assertThat(suspension.on(LocalDate.parse("2026-11-10"))).isFalse();
        assertThat(read("2025-19858").kind()).isEqualTo(Kind.LIST_REMOVAL);
    }
}
