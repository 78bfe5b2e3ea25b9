package dev.portcullis.personnel.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The measures that are usual for each kind of plan, from the shipped list. */
final class UsualMeasures {
    private static final String FILE = "/plans/measures.json";
    private static final int LARGEST = 1 << 18;

    private final List<Usual> all;

    /**
     * A usual measure.
     *
     * @param kinds the kinds of plan that it is for
     * @param group what sort of measure it is
     * @param text what is to be done, in a sentence
     * @param source where it is asked for or recommended
     */
    record Usual(String id, Set<Terms.Kind> kinds, Group group, String text, String source) {}

    /** Sorts of measures. */
    enum Group {
        ORGANIZATION,
        PHYSICAL,
        INFORMATION_TECHNOLOGY
    }

    private UsualMeasures(List<Usual> all) {
        this.all = List.copyOf(all);
    }

    /** @throws IllegalStateException where the list is missing or does not make sense */
    static UsualMeasures shipped() {
        try (InputStream file = UsualMeasures.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return read(new ObjectMapper().readTree(file.readNBytes(LARGEST)));
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException where a measure is not whole */
    static UsualMeasures read(JsonNode root) {
        List<Usual> all = new ArrayList<>();
        for (JsonNode node : root.path("measures")) {
            Set<Terms.Kind> kinds = EnumSet.noneOf(Terms.Kind.class);
            node.path("kinds").forEach(kind -> kinds.add(Terms.Kind.valueOf(kind.asText())));
            Usual usual = new Usual(
                    node.path("id").asText(),
                    kinds,
                    Group.valueOf(node.path("group").asText()),
                    node.path("text").asText(),
                    node.path("source").asText());
            boolean twice = all.stream().anyMatch(other -> other.id().equals(usual.id()));
            if (usual.id().isBlank()
                    || kinds.isEmpty()
                    || usual.text().isBlank()
                    || usual.source().isBlank()
                    || twice) {
                throw new IllegalArgumentException("the measure " + usual.id() + " is not whole, or stands twice");
            }
            all.add(usual);
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there are no measures");
        }
        return new UsualMeasures(all);
    }

    List<Usual> of(Terms.Kind kind) {
        return all.stream().filter(usual -> usual.kinds().contains(kind)).toList();
    }

    Optional<Usual> named(String id) {
        return all.stream().filter(usual -> usual.id().equals(id)).findFirst();
    }
}
