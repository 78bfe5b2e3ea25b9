package dev.portcullis.screening.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client against a small Federal Register on this machine, which answers well and badly. */
class FederalRegisterClientTest {
    private static final FederalRegisterServer SERVER = new FederalRegisterServer();
    private static FederalRegisterClient client;
    /** Has little patience; the other has so much that a busy machine does not wear it out. */
    private static FederalRegisterClient hasty;

    private static URI address;

    @BeforeAll
    static void open() {
        String url = SERVER.open() + "/api/v1/documents.json";
        client = new FederalRegisterClient(new Settings(url, Duration.ofSeconds(60)), new ObjectMapper());
        hasty = new FederalRegisterClient(new Settings(url, Duration.ofSeconds(2)), new ObjectMapper());
        address = client.since(LocalDate.parse("2025-11-01"));
    }

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @BeforeEach
    void up() {
        SERVER.behave("up");
    }

    @Test
    void all_pages_are_read_and_the_next_question_is_conditional() throws Exception {
        FederalRegisterClient.Answer first = client.ask(address, FederalRegisterClient.Validators.NONE);
        assertThat(first.changed()).isTrue();
        assertThat(first.documents()).hasSize(11);
        assertThat(first.unreadable()).isZero();
        assertThat(first.validators())
                .isEqualTo(new FederalRegisterClient.Validators("\"great-days-1\"", "Wed, 12 Nov 2025 13:45:00 GMT"));
        FederalRegisterClient.Answer again = client.ask(address, first.validators());
        assertThat(again.changed()).isFalse();
        assertThat(again.documents()).isEmpty();
        assertThat(again.validators()).isEqualTo(first.validators());
    }

    @Test
    void it_asks_for_the_agencies_the_days_and_the_fields() throws Exception {
        client.ask(address, new FederalRegisterClient.Validators("\"great-days-1\"", null));
        assertThat(SERVER.lastQuery())
                .contains(
                        "conditions[agencies][]=industry-and-security-bureau",
                        "conditions[publication_date][gte]=2025-11-01",
                        "fields[]=effective_on",
                        "order=oldest");
    }

    @Test
    void an_empty_answer_holds_no_documents() throws Exception {
        SERVER.behave("empty");
        assertThat(client.ask(address, FederalRegisterClient.Validators.NONE).documents())
                .isEmpty();
    }

    @Test
    void documents_that_cannot_be_read_are_counted_and_passed_over() throws Exception {
        SERVER.behave("ragged");
        FederalRegisterClient.Answer answer = client.ask(address, FederalRegisterClient.Validators.NONE);
        assertThat(answer.documents()).isEmpty();
        assertThat(answer.unreadable()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "html, is no page of documents",
        "elsewhere, somewhere else",
        "circle, without an end",
        "endless, answers without an end"
    })
    void a_bad_answer_is_a_fault_that_says_how_and_nothing_of_its_content(String mode, String message) {
        SERVER.behave(mode);
        assertThatThrownBy(() -> client.ask(address, FederalRegisterClient.Validators.NONE))
                .isInstanceOf(FeedFaultException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("It works");
    }

    @Test
    void a_source_that_says_nothing_takes_too_long() {
        SERVER.behave("silent");
        assertThatThrownBy(() -> hasty.ask(address, FederalRegisterClient.Validators.NONE))
                .isInstanceOf(FeedFaultException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void a_source_that_is_down_says_when_to_come_again() {
        SERVER.behave("down");
        assertThatThrownBy(() -> client.ask(address, FederalRegisterClient.Validators.NONE))
                .isInstanceOfSatisfying(FeedFaultException.class, fault -> {
                    assertThat(fault).hasMessage("answers with the status 503");
                    assertThat(fault.retryAfter()).isEqualTo(Duration.ofSeconds(1));
                });
    }

    @Test
    void it_waits_twice_as_long_with_each_failure_and_never_longer_than_the_longest() {
        BackOff backOff = new BackOff(Duration.ofMinutes(30), Duration.ofHours(6), 0.2);
        assertThat(backOff.next(0, Duration.ZERO, 0)).isEqualTo(Duration.ofMinutes(30));
        assertThat(backOff.next(0, Duration.ZERO, 1)).isEqualTo(Duration.ofMinutes(36));
        assertThat(backOff.next(1, Duration.ZERO, 0)).isEqualTo(Duration.ofMinutes(60));
        assertThat(backOff.next(3, Duration.ZERO, 0)).isEqualTo(Duration.ofMinutes(240));
        assertThat(backOff.next(1_000, Duration.ofDays(30), 0)).isEqualTo(Duration.ofHours(6));
        assertThat(backOff.next(1, Duration.ofMinutes(90), 0)).isEqualTo(Duration.ofMinutes(90));
    }

    private record Settings(String address, Duration requestTimeout)
            implements SignalSettings, SignalSettings.FederalRegister {
        @Override
        public String watch() {
            return "1s";
        }

        @Override
        public Duration laterParties() {
            return Duration.ofDays(366);
        }

        @Override
        public int mostStreams() {
            return 1;
        }

        @Override
        public Duration streamDuration() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration streamPulse() {
            return Duration.ofSeconds(1);
        }

        @Override
        public FederalRegister federalRegister() {
            return this;
        }

        @Override
        public Optional<String> url() {
            return Optional.of(address);
        }

        @Override
        public List<String> agencies() {
            return List.of("industry-and-security-bureau");
        }

        @Override
        public Duration every() {
            return Duration.ofMinutes(30);
        }

        @Override
        public double jitter() {
            return 0;
        }

        @Override
        public Duration longestBackOff() {
            return Duration.ofHours(6);
        }

        @Override
        public String look() {
            return "10s";
        }

        @Override
        public int days() {
            return 14;
        }

        @Override
        public int mostPages() {
            return 20;
        }
    }
}
