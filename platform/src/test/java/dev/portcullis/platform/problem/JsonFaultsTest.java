package dev.portcullis.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFaultsTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    enum Size {
        SMALL,
        LARGE
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Round.class, name = "ROUND")})
    interface Shape {}

    record Round(int width) implements Shape {}

    record Thing(Size size, Double weight, Boolean ready, String name, LocalDate day, List<String> tags, Shape shape) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"size\": \"HUGE\"} | /size | must be one of SMALL, LARGE",
                "{\"weight\": \"heavy\"} | /weight | must be a number that the field can hold",
                "{\"ready\": \"maybe\"} | /ready | must be true or false",
                "{\"name\": [1]} | /name | must be a text",
                "{\"day\": \"tomorrow\"} | /day | must be a date such as 2026-11-29",
                "{\"tags\": \"one\"} | /tags | must be a list",
                "{\"shape\": {\"kind\": \"SQUARE\"}} | /shape/kind | must be one of ROUND",
                "{\"shape\": {}} | /shape/kind | must be one of ROUND",
                "{\"shape\": {\"kind\": \"ROUND\", \"width\": {}}} | /shape/width | must be a number that the field can hold",
                "{\"color\": 1} | /color | is not a field of this body; leave it out"
            })
    void a_value_of_another_type_is_told_by_its_field_and_what_that_wants(String body, String pointer, String detail) {
        JacksonException fault = catchThrowableOfType(JacksonException.class, () -> JSON.readValue(body, Thing.class));
        Problem problem = Problems.unreadable(fault).problem();

        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.detail()).isEqualTo(detail);
        });
    }
}
