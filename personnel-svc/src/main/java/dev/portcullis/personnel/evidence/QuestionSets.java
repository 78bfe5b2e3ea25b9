package dev.portcullis.personnel.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of whom: by the technology that a role needs, and by nothing else. There is no way to ask for a set by person, so that the same
 * is asked of everybody in a role.
 *
 * @param edition of the sets
 * @param roles questions by role, by their names
 * @param texts questions by name
 */
record QuestionSets(String edition, Map<String, List<String>> roles, Map<String, String> texts) {
    QuestionSets {
        roles = Map.copyOf(roles);
        texts = Map.copyOf(texts);
    }

    /** Those that come with this service. */
    static QuestionSets shipped() {
        try (InputStream file = Objects.requireNonNull(
                QuestionSets.class.getResourceAsStream("/questions/roles.json"), "the question sets are missing")) {
            JsonNode sets = new ObjectMapper().readTree(file);
            Map<String, String> texts = new LinkedHashMap<>();
            sets.required("questions")
                    .properties()
                    .forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
            Map<String, List<String>> roles = new LinkedHashMap<>();
            sets.required("roles").properties().forEach(role -> {
                List<String> names = new ArrayList<>();
                role.getValue().forEach(name -> {
                    if (!texts.containsKey(name.asText())) {
                        throw new IllegalStateException("a role asks what is no question: " + name.asText());
                    }
                    names.add(name.asText());
                });
                roles.put(role.getKey(), List.copyOf(names));
            });
            return new QuestionSets(sets.required("edition").asText(), roles, texts);
        } catch (IOException e) {
            throw new IllegalStateException("the question sets cannot be read", e);
        }
    }

    /** Names of a role's questions; empty where there is no such role. */
    Optional<List<String>> of(String role) {
        return Optional.ofNullable(roles.get(role));
    }
}
