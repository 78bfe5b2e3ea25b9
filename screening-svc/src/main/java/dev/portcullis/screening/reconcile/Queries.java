package dev.portcullis.screening.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.format.Countries;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.Subject;
import dev.portcullis.screening.screening.SubjectRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A batch of reconciliation queries (section 4.3 of the specification), read as subjects. */
final class Queries {
    /** Queries of a batch. */
    static final int MOST = 500;

    private static final int MOST_PROPERTIES = 50;
    private static final Set<String> MEMBERS = Set.of("query", "type", "limit", "properties", "type_strict");

    private Queries() {}

    /**
     * A query.
     *
     * @param subject who is looked for
     * @param types what the candidates may be, several at most; empty for anything
     * @param limit candidates at most
     */
    record Query(Subject subject, Set<ListedParty.Type> types, int limit) {
        /** Whether an entry may be a candidate; one that nobody told the type of may always. */
        boolean holds(ListedParty.Type type) {
            return types.isEmpty() || type == ListedParty.Type.UNKNOWN || types.contains(type);
        }
    }

    /**
     * Reads a batch.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 400 with the place of what is not in order
     */
    static Map<String, Query> read(JsonNode batch) {
        if (!batch.isObject() || batch.isEmpty() || batch.size() > MOST) {
            throw Problems.invalid("", "must be an object of 1 to " + MOST + " queries by key");
        }
        Map<String, Query> queries = new LinkedHashMap<>();
        batch.fields()
                .forEachRemaining(field -> queries.put(
                        field.getKey(),
                        query("/" + field.getKey().replace("~", "~0").replace("/", "~1"), field.getValue())));
        return queries;
    }

    private static Query query(String pointer, JsonNode json) {
        if (!json.isObject()) {
            throw Problems.invalid(pointer, "must be an object");
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw Problems.invalid(
                        pointer,
                        "must hold nothing but "
                                + String.join(", ", MEMBERS.stream().sorted().toList()));
            }
        });
        Draft draft = new Draft();
        if (json.path("query").isTextual()) {
            draft.name(json.path("query").asText());
        }
        JsonNode properties = json.path("properties");
        if (properties.size() > MOST_PROPERTIES) {
            throw Problems.invalid(pointer + "/properties", "must hold at most " + MOST_PROPERTIES);
        }
        for (int i = 0; i < properties.size(); i++) {
            JsonNode property = properties.get(i);
            Property known = Property.of(property.path("pid").asText());
            if (known == null) {
                throw Problems.invalid(pointer + "/properties/" + i + "/pid", "must be one of " + Property.IDS);
            }
            for (String value : values(property.path("v"))) {
                draft.put(known, value);
            }
        }
        SubjectRequest subject = draft.subject();
        List<FieldError> faults = subject.faults();
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults.stream()
                    .map(fault -> new FieldError(pointer, null, fault.pointer() + " " + fault.detail()))
                    .toList());
        }
        int limit = json.path("limit").asInt(0);
        return new Query(subject.toSubject(), types(pointer, json.path("type")), limit <= 0 ? 25 : limit);
    }

    private static Set<ListedParty.Type> types(String pointer, JsonNode type) {
        Set<ListedParty.Type> types = EnumSet.noneOf(ListedParty.Type.class);
        for (String value : values(type)) {
            try {
                types.add(ListedParty.Type.valueOf(value));
            } catch (IllegalArgumentException e) {
                throw Problems.invalid(pointer + "/type", "must be among the types that the manifest tells");
            }
        }
        return types;
    }

    /** A value or several; an entity that was reconciled already stands for its name. */
    private static List<String> values(JsonNode json) {
        List<String> values = new ArrayList<>();
        for (JsonNode value : json.isArray() ? json : json.isMissingNode() ? List.<JsonNode>of() : List.of(json)) {
            JsonNode text = value.isObject() ? value.path(value.has("name") ? "name" : "id") : value;
            if (text.isValueNode() && !text.isNull() && !text.asText().isBlank()) {
                values.add(text.asText().strip());
            }
        }
        return values;
    }

    /** A subject that properties are put into. */
    private static final class Draft {
        private @Nullable String name;
        private final List<String> aliases = new ArrayList<>();
        private final List<String> countries = new ArrayList<>();
        private final List<String> addresses = new ArrayList<>();
        private final List<SubjectRequest.Document> identifiers = new ArrayList<>();
        private @Nullable String birth;
        private @Nullable String family;
        private @Nullable String given;
        private @Nullable String patronymic;

        void name(String text) {
            if (name == null) {
                name = text;
            } else {
                aliases.add(text);
            }
        }

        void put(Property property, String value) {
            switch (property) {
                case NAME, ALIAS -> name(value);
                case FAMILY_NAME -> family = value;
                case GIVEN_NAME -> given = value;
                case PATRONYMIC -> patronymic = value;
                case COUNTRY -> countries.add(value);
                case BIRTH_DATE -> birth = value;
                case ADDRESS -> addresses.add(value);
                case PASSPORT, TAX_ID, IMO, LEI, IDENTIFIER ->
                    identifiers.add(new SubjectRequest.Document(property.label(), value, null));
            }
        }

        SubjectRequest subject() {
            List<CountryCode> codes = countries.stream()
                    .map(Countries::code)
                    .filter(Objects::nonNull)
                    .map(CountryCode::of)
                    .toList();
            return new SubjectRequest(
                    null,
                    name,
                    aliases,
                    ListedParty.Type.UNKNOWN,
                    family == null && given == null ? null : new SubjectRequest.NameParts(family, given, patronymic),
                    codes.isEmpty() ? null : codes.get(0),
                    codes,
                    birth,
                    addresses,
                    identifiers);
        }
    }
}
