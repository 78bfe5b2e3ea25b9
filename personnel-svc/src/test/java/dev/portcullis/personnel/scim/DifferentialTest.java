package dev.portcullis.personnel.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random filters and patches, answered by us and by two implementations that share nothing with us: UnboundID's SCIM 2 SDK and
 * SCIM-SDK. Where answers differ there is a rule that says why, with the sentence of the RFC; a difference that no rule explains
 * fails. {@code -Dportcullis.differential=100000} sets how many operations there are.
 */
class DifferentialTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OPERATIONS = Integer.getInteger("portcullis.differential", 10_000);
    private static final long SEED = Long.getLong("portcullis.differential.seed", 7644);

    @Test
    void filters_are_answered_as_others_answer_them() throws Exception {
        Samples samples = new Samples(new Random(SEED));
        Tally tally = new Tally();
        OtherServers others = new OtherServers();
        for (int i = 0; i < OPERATIONS / 2; i++) {
            ObjectNode user = samples.user();
            String filter = samples.filter();
            String ours = outcome(() -> Conditions.of(FilterParser.parse(filter), List.of(ResourceKind.USER))
                            .matches(user)
                    ? "yes"
                    : "no");
            String unbound = others.unboundFilter(user, filter);
            String sdk = others.sdkFilter(user, filter);
            tally.compare("UnboundID", filter, user, ours, unbound, sdk);
            tally.compare("SCIM-SDK", filter, user, ours, sdk, unbound);
        }
        tally.report("filters");
        assertThat(tally.unexplained).isEmpty();
        assertThat(tally.same).isGreaterThan(OPERATIONS / 2);
    }

    @Test
    void patches_are_applied_as_others_apply_them() throws Exception {
        Samples samples = new Samples(new Random(SEED + 1));
        Tally tally = new Tally();
        OtherServers others = new OtherServers();
        for (int i = 0; i < OPERATIONS / 2; i++) {
            ObjectNode user = samples.user();
            String patch = samples.patch();
            String ours = outcome(() -> {
                ObjectNode attributes = user.deepCopy();
                attributes.remove(List.of("id", "schemas", "meta"));
                return normal(Patch.apply(
                                ResourceKind.USER,
                                attributes,
                                PatchRequest.read(ResourceKind.USER, JSON.readTree(patch))))
                        .toString();
            });
            String unbound = others.unboundPatch(user, patch);
            String sdk = others.sdkPatch(user, patch);
            tally.compare("UnboundID", patch, user, ours, unbound, sdk);
            tally.compare("SCIM-SDK", patch, user, ours, sdk, unbound);
        }
        tally.report("patches");
        assertThat(tally.unexplained).isEmpty();
        assertThat(tally.same).isGreaterThan(OPERATIONS / 4);
    }

    /** Without what differs by design: ids, order in lists, empty values and "primary": false. */
    static JsonNode normal(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> {
                JsonNode value = normal(field.getValue());
                boolean empty = value.isNull() || value.isContainerNode() && value.isEmpty();
                boolean byDesign = Set.of("id", "schemas", "meta").contains(field.getKey())
                        || field.getKey().equals("primary") && !value.asBoolean();
                if (!empty && !byDesign) {
                    fields.put(field.getKey(), value);
                }
            });
            return JsonNodeFactory.instance.objectNode().setAll(fields);
        } else if (node.isArray()) {
            Set<JsonNode> elements = new HashSet<>();
            node.forEach(element -> elements.add(normal(element)));
            var array = JsonNodeFactory.instance.arrayNode();
            elements.stream()
                    .filter(element -> !element.isContainerNode() || !element.isEmpty())
                    .sorted(java.util.Comparator.comparing(JsonNode::toString))
                    .forEach(array::add);
            return array;
        }
        return node;
    }

    static String outcome(Attempt attempt) {
        try {
            return attempt.run();
        } catch (ScimException refused) {
            ScimType type = refused.scimType();
            return "refused " + (type == null ? "" : type.word());
        } catch (Exception e) {
            throw new IllegalStateException("an answer that is none", e);
        }
    }

    /** An answer. */
    interface Attempt {
        String run() throws Exception;
    }

    /** What came out. */
    private static final class Tally {
        private final Map<String, Integer> explained = new TreeMap<>();
        private final List<String> unexplained = new ArrayList<>();
        private int same;
        private int all;

        /** @param third what the other of the two answered */
        void compare(String other, String operation, ObjectNode user, String ours, String theirs, String third) {
            all++;
            boolean bothRefuse = ours.startsWith("refused") && theirs.startsWith("refused");
            if (ours.equals(theirs) || bothRefuse) {
                same++;
                return;
            }
            String rule = Differences.rule(other, operation, ours, theirs, third);
            if (rule == null) {
                if (unexplained.size() < 20) {
                    unexplained.add(other + "\n  " + operation + "\n  of " + user + "\n  ours:   " + ours
                            + "\n  theirs: " + theirs);
                }
            } else {
                explained.merge(rule, 1, Integer::sum);
            }
        }

        @SuppressWarnings("SystemOut") // what was explained, and how often, is for people to read
        void report(String what) {
            System.out.printf("%s: %d compared, %d alike%n", what, all, same);
            explained.forEach((rule, count) -> System.out.printf("  %6d %s%n", count, rule));
        }
    }
}
