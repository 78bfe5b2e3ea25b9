package dev.portcullis.licensing.determination;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portcullis.licensing.facts.FactSnapshot;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is kept of a question gives the same answer when it is read again, for every case that was worked out by hand. */
class KeptInputsTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = {"/determination/cases.csv", "/determination/exceptions.csv", "/determination/controls.csv"},
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void inputs_that_were_stored_lead_to_the_same_answer_to_the_byte(
            String name, String item, String way, String parties, @Nullable String day) throws IOException {
        Given given = Given.of(item, way, parties);
        if (day != null) {
            given.on(LocalDate.parse(day));
        }

        FactSnapshot facts = again(given.snapshot(), FactSnapshot.class);
        Transaction transaction = again(given.transaction(), Transaction.class);

        assertThat(facts).isEqualTo(given.snapshot());
        assertThat(transaction).isEqualTo(given.transaction());
        assertThat(JSON.writeValueAsBytes(given.determine(transaction, facts)))
                .isEqualTo(JSON.writeValueAsBytes(given.determine()));
    }

    private static <T> T again(T value, Class<T> type) throws IOException {
        return JSON.readValue(JSON.writeValueAsBytes(value), type);
    }
}
