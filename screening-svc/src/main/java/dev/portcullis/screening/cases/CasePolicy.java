package dev.portcullis.screening.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.screening.cases.Case.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How cases are decided, from {@code cases/policy.json}.
 *
 * @param version of the policy
 * @param toDecide how long a case may wait before it is escalated
 * @param clearedFor the longest that a clearance lasts
 * @param reasons reasons by code
 */
public record CasePolicy(String version, Duration toDecide, Period clearedFor, Map<String, Reason> reasons) {
    private static final String FILE = "/cases/policy.json";

    public CasePolicy {
        reasons = Map.copyOf(reasons);
        if (toDecide.isNegative() || toDecide.isZero() || clearedFor.isNegative() || clearedFor.isZero()) {
            throw new IllegalArgumentException("times of a policy are longer than nothing");
        }
    }

    /** The policy that ships with the service. */
    public static CasePolicy shipped() {
        return Shipped.POLICY;
    }

    public Optional<Reason> reason(String code) {
        return Optional.ofNullable(reasons.get(code));
    }

    private static final class Shipped {
        private static final CasePolicy POLICY = read();

        private static CasePolicy read() {
            try (InputStream file = CasePolicy.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException(FILE + " is missing");
                }
                return CasePolicy.read(new ObjectMapper().readTree(file));
            } catch (IOException e) {
                throw new IllegalStateException(FILE + " cannot be read", e);
            }
        }
    }

    private static CasePolicy read(JsonNode root) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        root.required("reasons").forEach(node -> {
            String code = node.required("code").asText();
            reasons.put(
                    code,
                    new Reason(
                            code,
                            Outcome.valueOf(node.required("outcome").asText()),
                            node.required("text").asText(),
                            node.required("evidence").asInt()));
        });
        return new CasePolicy(
                root.required("version").asText(),
                Duration.parse(root.required("toDecide").asText()),
                Period.parse(root.required("clearedFor").asText()),
                reasons);
    }
}
