package dev.portcullis.screening.yente;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.format.Countries;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.SubjectRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity by example, as a client of yente asks for it.
 *
 * @param id the client's own id
 * @param schema what it is in FollowTheMoney
 * @param properties values by property
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Example(@Nullable String id, String schema, Map<String, List<String>> properties) {
    private static final int MOST_PROPERTIES = 200;
    private static final int MOST_VALUES = 200;
    private static final String IDENTIFIER = "id:";

    /**
     * Reads an example; a property's value may be one or several.
     *
     * @param pointer its place in the body
     * @throws dev.portcullis.platform.problem.ProblemException 400 or 422 with the place of what cannot be read
     */
    static Example read(String pointer, JsonNode json) {
        JsonNode schema = json.path("schema");
        JsonNode properties = json.path("properties");
        if (!schema.isTextual()) {
            throw Problems.unprocessable(pointer + "/schema", "is required");
        }
        if (!Words.SCHEMATA.containsKey(schema.asText())) {
            throw Problems.invalid(
                    pointer + "/schema",
                    "must be one of "
                            + String.join(
                                    ", ",
                                    Words.SCHEMATA.keySet().stream().sorted().toList()));
        }
        if (!properties.isObject() || properties.size() > MOST_PROPERTIES) {
            throw Problems.unprocessable(pointer + "/properties", "must be an object of values by property");
        }
        Map<String, List<String>> read = new LinkedHashMap<>();
        properties.fields().forEachRemaining(property -> {
            List<String> values = new ArrayList<>();
            JsonNode given = property.getValue();
            for (JsonNode value : given.isArray() ? given : List.of(given)) {
                if (value.isValueNode()
                        && !value.isNull()
                        && !value.asText().isBlank()
                        && values.size() < MOST_VALUES) {
                    values.add(value.asText().strip());
                }
            }
            if (!values.isEmpty()) {
                read.put(property.getKey(), values);
            }
        });
        return new Example(json.path("id").isTextual() ? json.path("id").asText() : null, schema.asText(), read);
    }

    /** Who is to be screened. */
    @JsonIgnore
    SubjectRequest subject() {
        Set<String> names = new LinkedHashSet<>(values("name"));
        names.addAll(values("alias"));
        String first = names.stream().findFirst().orElse(null);
        names.remove(first);
        String given = joined(List.of("given", "middle"));
        String family = joined(List.of("family"));
        String patronymic = joined(List.of("patronymic"));
        boolean toldApart = given != null || family != null;
        List<CountryCode> countries = values("country").stream()
                .map(Countries::code)
                .filter(Objects::nonNull)
                .map(CountryCode::of)
                .distinct()
                .toList();
        return new SubjectRequest(
                null,
                first,
                List.copyOf(names),
                ListedParty.Type.valueOf(Objects.requireNonNull(Words.SCHEMATA.get(schema), "checked")
                        .get(0)),
                toldApart ? new SubjectRequest.NameParts(family, given, patronymic) : null,
                countries.isEmpty() ? null : countries.get(0),
                countries,
                values("birth").stream().findFirst().map(Example::day).orElse(null),
                values("address"),
                documents());
    }

    private List<SubjectRequest.Document> documents() {
        List<SubjectRequest.Document> documents = new ArrayList<>();
        for (String meaning : Words.PROPERTIES.keySet().stream().sorted().toList()) {
            if (meaning.startsWith(IDENTIFIER)) {
                values(meaning)
                        .forEach(number -> documents.add(
                                new SubjectRequest.Document(meaning.substring(IDENTIFIER.length()), number, null)));
            }
        }
        return documents;
    }

    private List<String> values(String meaning) {
        List<String> values = new ArrayList<>();
        for (String property : Objects.requireNonNull(Words.PROPERTIES.get(meaning), meaning)) {
            values.addAll(properties.getOrDefault(property, List.of()));
        }
        return values;
    }

    private @Nullable String joined(List<String> meanings) {
        String joined = String.join(
                " ",
                meanings.stream().flatMap(meaning -> values(meaning).stream()).toList());
        return joined.isEmpty() ? null : joined;
    }

    /** FollowTheMoney's dates may go on with a time. */
    private static String day(String date) {
        return date.length() > 10 && date.charAt(10) == 'T' ? date.substring(0, 10) : date;
    }
}
