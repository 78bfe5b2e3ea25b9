package dev.portcullis.screening.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.screening.ownership.OwnershipRule.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules on ownership, from {@code law/ownership-rules.json}.
 *
 * @param edition the day to which the file follows the law
 * @param rules the rules
 */
public record OwnershipRules(LocalDate edition, List<OwnershipRule> rules) {
    private static final String FILE = "/law/ownership-rules.json";

    public OwnershipRules {
        rules = List.copyOf(rules);
    }

    /** The rules that ship with the service. */
    public static OwnershipRules shipped() {
        return Shipped.RULES;
    }

    /** What each rule says on a day of one party, of whom stakes and listings are told. */
    public static List<OwnershipFinding> assess(
            List<OwnershipRule> rules, OwnershipGraph graph, Function<Owner, List<Listing>> listed, Owner party) {
        return rules.stream()
                .map(rule -> Verdicts.of(graph, rule, listed).of(party))
                .toList();
    }

    public OwnershipRule rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }

    private static final class Shipped {
        private static final OwnershipRules RULES = read();

        private static OwnershipRules read() {
            try (InputStream file = OwnershipRules.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException(FILE + " is missing");
                }
                return OwnershipRules.read(new ObjectMapper().readTree(file));
            } catch (IOException e) {
                throw new IllegalStateException(FILE + " cannot be read", e);
            }
        }
    }

    static OwnershipRules read(JsonNode root) {
        List<OwnershipRule> rules = new ArrayList<>();
        root.path("rules").forEach(node -> rules.add(rule(node)));
        return new OwnershipRules(LocalDate.parse(text(root, "edition")), rules);
    }

    private static OwnershipRule rule(JsonNode node) {
        List<Scope> scopes = new ArrayList<>();
        node.path("owners").forEach(scope -> scopes.add(new Scope(text(scope, "list"), texts(scope.path("programs")))));
        List<Posture> postures = new ArrayList<>();
        node.path("postures").forEach(posture -> postures.add(posture(posture)));
        Map<RedFlag.Code, String> citations = new EnumMap<>(RedFlag.Code.class);
        node.path("redFlags")
                .properties()
                .forEach(flag -> citations.put(
                        RedFlag.Code.valueOf(flag.getKey()), flag.getValue().asText()));
        return new OwnershipRule(
                text(node, "id"),
                text(node, "title"),
                new BigDecimal(text(node, "threshold")),
                scopes,
                postures,
                citations);
    }

    private static Posture posture(JsonNode node) {
        return new Posture(
                Posture.Standing.valueOf(text(node, "standing")),
                date(node, "from"),
                date(node, "to"),
                text(node, "citation"),
                text(node, "note"));
    }

    private static @Nullable LocalDate date(JsonNode node, String name) {
        return node.hasNonNull(name) ? LocalDate.parse(node.get(name).asText()) : null;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String text(JsonNode node, String name) {
        if (!node.hasNonNull(name)) {
            throw new IllegalStateException(FILE + ": a rule lacks " + name);
        }
        return node.get(name).asText();
    }
}
