package dev.portcullis.screening.reconcile;

import dev.portcullis.screening.list.ListedParty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the service can do (section 3 of the specification).
 *
 * @param versions of the specification
 * @param identifierSpace what the ids of candidates are
 * @param schemaSpace what types and properties are
 * @param defaultTypes what candidates may be
 * @param view where a candidate is told
 * @param authentication what a caller must send, as OpenAPI 2.0 describes it
 * @param preview where a candidate is shown
 * @param suggest where names are completed
 */
@RegisterForReflection
public record Manifest(
        List<String> versions,
        String name,
        String identifierSpace,
        String schemaSpace,
        List<Type> defaultTypes,
        Map<String, String> view,
        Map<String, Object> authentication,
        Map<String, Object> preview,
        Map<String, Map<String, String>> suggest) {

    /** A type or a property. */
    @RegisterForReflection
    public record Type(String id, String name) {
        static Type of(ListedParty.Type type) {
            String text = type.name().toLowerCase(Locale.ROOT);
            return new Type(type.name(), text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
        }
    }

    static List<Type> types() {
        return Arrays.stream(ListedParty.Type.values()).map(Type::of).toList();
    }

    /**
     * The manifest of a service.
     *
     * @param address where it is, without a slash at the end
     */
    static Manifest of(String address) {
        return new Manifest(
                List.of("0.2"),
                "Portcullis screening lists",
                "urn:portcullis:listed-party",
                "urn:portcullis:listed-party-type",
                types(),
                Map.of("url", address + "/yente/entities/{{id}}"),
                Map.of("type", "apiKey", "name", "Authorization", "in", "header"),
                Map.of("url", address + "/reconcile/preview?id={{id}}", "width", 430, "height", 300),
                Map.of(
                        "entity", Map.of("service_url", address, "service_path", "/reconcile/suggest/entity"),
                        "type", Map.of("service_url", address, "service_path", "/reconcile/suggest/type"),
                        "property", Map.of("service_url", address, "service_path", "/reconcile/suggest/property")));
    }
}
