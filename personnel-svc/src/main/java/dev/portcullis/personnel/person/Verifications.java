package dev.portcullis.personnel.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who verified which fact. It stands with the fact, so that it goes where the fact goes and is erased with it, and it stands for exactly
 * that fact: whatever HR changes of one, its verification is gone.
 */
public final class Verifications {
    static final String BY = "verifiedBy";
    static final String AT = "verifiedAt";
    private static final String BASIS = "usPersonBasis";
    private static final String STATUS = "usPersonStatus";

    private Verifications() {}

    /** Facts that are verified one by one. */
    public enum Kind {
        CITIZENSHIP("citizenships"),
        PERMANENT_RESIDENCY("permanentResidencies"),
        /** The basis together with the status behind it. */
        US_PERSON_BASIS(STATUS),
        VISA("visa");

        private final String attribute;

        Kind(String attribute) {
            this.attribute = attribute;
        }
    }

    /**
     * A fact on record.
     *
     * @param kind what it says
     * @param content what it says in full, without its verification; for the US-person basis with the basis in it
     * @param verified whether somebody verified it
     */
    public record Fact(Kind kind, ObjectNode content, boolean verified) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "Fact[" + kind + "]";
        }
    }

    /** The facts on record that can be verified, in the order of the record. */
    public static List<Fact> facts(ObjectNode attributes) {
        List<Fact> facts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (ObjectNode node : nodes(attributes, kind)) {
                facts.add(fact(attributes, kind, node));
            }
        }
        JsonNode extension = attributes.path(ExportControlFacts.SCHEMA);
        if (extension.has(BASIS) && !extension.has(STATUS)) {
            facts.add(fact(attributes, Kind.US_PERSON_BASIS, attributes.objectNode()));
        }
        return facts;
    }

    /** The attributes with a fact verified; empty where the record holds no such fact. */
    static Optional<ObjectNode> verify(ObjectNode attributes, Fact wanted, String by, Instant at) {
        ObjectNode after = attributes.deepCopy();
        if (wanted.kind() == Kind.US_PERSON_BASIS
                && after.path(ExportControlFacts.SCHEMA).has(BASIS)) {
            ((ObjectNode) after.get(ExportControlFacts.SCHEMA)).withObjectProperty(STATUS);
        }
        for (ObjectNode node : nodes(after, wanted.kind())) {
            if (fact(after, wanted.kind(), node).content().equals(wanted.content())) {
                node.put(BY, by).put(AT, at.toString());
                return Optional.of(after);
            }
        }
        return Optional.empty();
    }

    /** The attributes with a fact verified no more. */
    static ObjectNode unverify(ObjectNode attributes, Fact wanted) {
        ObjectNode after = attributes.deepCopy();
        for (ObjectNode node : nodes(after, wanted.kind())) {
            if (fact(after, wanted.kind(), node).content().equals(wanted.content())) {
                node.remove(List.of(BY, AT));
            }
        }
        if (after.path(ExportControlFacts.SCHEMA).path(STATUS).isObject()
                && after.path(ExportControlFacts.SCHEMA).path(STATUS).isEmpty()) {
            ((ObjectNode) after.get(ExportControlFacts.SCHEMA)).remove(STATUS);
        }
        return after;
    }

    /**
     * What is kept of a change: nobody but {@link #verify} writes a verification, and each stays with the very fact that it was given for.
     *
     * @param before the record
     * @param after what it is to become; what it says of verifications is not believed
     */
    static ObjectNode carry(ObjectNode before, ObjectNode after) {
        if (!after.has(ExportControlFacts.SCHEMA)) {
            return after;
        }
        ObjectNode kept = after.deepCopy();
        for (Kind kind : Kind.values()) {
            List<ObjectNode> verified =
                    nodes(before, kind).stream().filter(node -> node.has(BY)).toList();
            for (ObjectNode node : nodes(kept, kind)) {
                ObjectNode content = fact(kept, kind, node).content();
                node.remove(List.of(BY, AT));
                verified.stream()
                        .filter(old -> fact(before, kind, old).content().equals(content))
                        .findFirst()
                        .ifPresent(old -> node.put(BY, old.path(BY).asText())
                                .put(AT, old.path(AT).asText()));
            }
            if (kind == Kind.US_PERSON_BASIS) {
                carryBasis(before, kept, verified);
            }
        }
        return kept;
    }

    /** The basis alone is a fact; the object of its verification comes and goes with it. */
    private static void carryBasis(ObjectNode before, ObjectNode kept, List<ObjectNode> verified) {
        ObjectNode extension = (ObjectNode) kept.get(ExportControlFacts.SCHEMA);
        boolean alone = extension.has(BASIS) && !extension.has(STATUS);
        if (alone && !verified.isEmpty()) {
            ObjectNode content =
                    fact(kept, Kind.US_PERSON_BASIS, kept.objectNode()).content();
            ObjectNode old = verified.get(0);
            if (fact(before, Kind.US_PERSON_BASIS, old).content().equals(content)) {
                extension
                        .putObject(STATUS)
                        .put(BY, old.path(BY).asText())
                        .put(AT, old.path(AT).asText());
            }
        }
        if (extension.path(STATUS).isObject() && extension.path(STATUS).isEmpty()) {
            extension.remove(STATUS);
        }
    }

    private static Fact fact(ObjectNode attributes, Kind kind, ObjectNode node) {
        ObjectNode content = node.deepCopy();
        boolean verified = content.has(BY);
        content.remove(List.of(BY, AT));
        if (kind == Kind.US_PERSON_BASIS) {
            JsonNode basis = attributes.path(ExportControlFacts.SCHEMA).path(BASIS);
            if (!basis.isMissingNode()) {
                content.set(BASIS, basis);
            }
        }
        return new Fact(kind, content, verified);
    }

    private static List<ObjectNode> nodes(ObjectNode attributes, Kind kind) {
        @Nullable JsonNode value = attributes.path(ExportControlFacts.SCHEMA).get(kind.attribute);
        List<ObjectNode> nodes = new ArrayList<>();
        if (value instanceof ObjectNode one) {
            nodes.add(one);
        } else if (value != null) {
            value.forEach(element -> nodes.add((ObjectNode) element));
        }
        return nodes;
    }
}
