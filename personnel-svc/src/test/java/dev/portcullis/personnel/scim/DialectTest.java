package dev.portcullis.personnel.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Messages of the shapes that vendors really send, each with its public source, held against what the vendor means by it; and that
 * nobody whose tenant is not switched to the dialect gets away with them.
 */
class DialectTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> a_vendors_message_does_what_the_vendor_means() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode shape : shapes()) {
            String dialect = shape.path("dialect").asText();
            String name = dialect + ": " + shape.path("says").asText();
            tests.add(DynamicTest.dynamicTest(name, () -> {
                assertThat(shape.path("source").asText()).startsWith("https://");
                ObjectNode after = apply(shape, Dialect.named(dialect));
                shape.path("after")
                        .properties()
                        .forEach(field -> assertThat(after.path(field.getKey()))
                                .as(field.getKey())
                                .isEqualTo(field.getValue()));
                shape.path("gone")
                        .forEach(gone -> assertThat(after.has(gone.asText()))
                                .as(gone.asText())
                                .isFalse());
            }));
            if (shape.path("strictRefuses").asBoolean(true)) {
                tests.add(DynamicTest.dynamicTest(
                        name + "; without the switch it is refused",
                        () -> assertThatThrownBy(() -> apply(shape, Dialect.STRICT))
                                .isInstanceOf(ScimException.class)));
            }
        }
        return tests.stream();
    }

    /** What is removed by value is what is named, whatever the message looks like; never all. */
    @Test
    void a_remove_by_value_never_empties_a_group() throws IOException {
        ObjectNode group = (ObjectNode)
                JSON.readTree("{\"displayName\":\"Lab\",\"members\":[{\"value\":\"per-1\"},{\"value\":\"per-2\"}]}");
        for (String value : List.of(
                "[]",
                "{}",
                "[{}]",
                "\"per-1\"",
                "null",
                "[{\"value\":\"\"}]",
                "[{\"value\":null}]",
                "[{\"display\":\"x\"}]",
                "[{\"value\":\"per-9\"}]",
                "[{\"value\":\"per-1\\\" or value pr or value eq \\\"\"}]")) {
            for (Dialect dialect : List.of(Dialect.STRICT, Dialect.ENTRA, Dialect.SAILPOINT, Dialect.OKTA)) {
                JsonNode message = JSON.readTree("{\"schemas\":[\"" + PatchRequest.SCHEMA
                        + "\"],\"Operations\":[{\"op\":\"remove\",\"path\":\"members\",\"value\":" + value + "}]}");
                if (value.equals("null")) {
                    continue;
                }
                ObjectNode after;
                try {
                    after = Patch.apply(
                            ResourceKind.GROUP, group, PatchRequest.read(ResourceKind.GROUP, message, dialect));
                } catch (ScimException refused) {
                    continue;
                }
                assertThat(after.path("members")).as(value).hasSize(2);
            }
        }
    }

    @Test
    void a_name_that_is_no_dialect_is_refused() {
        assertThatThrownBy(() -> Dialect.named("AZURE")).hasMessageContaining("ENTRA");
    }

    private static ObjectNode apply(JsonNode shape, Dialect dialect) {
        ResourceKind kind = shape.path("resource").asText().equals("Group") ? ResourceKind.GROUP : ResourceKind.USER;
        JsonNode message = shape.path("message");
        if (shape.path("method").asText().equals("PUT")) {
            return Canonical.resource(kind, dialect.resource(kind, message));
        }
        ObjectNode before = ((ObjectNode) shape.path("before")).deepCopy();
        before.putArray("schemas").add(kind.core().id());
        return Patch.apply(kind, Canonical.resource(kind, before), PatchRequest.read(kind, message, dialect));
    }

    private static JsonNode shapes() throws IOException {
        try (InputStream in = DialectTest.class.getResourceAsStream("/dialects/shapes.json")) {
            return JSON.readTree(in);
        }
    }
}
