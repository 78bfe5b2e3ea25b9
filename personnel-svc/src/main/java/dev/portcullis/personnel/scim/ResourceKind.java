package dev.portcullis.personnel.scim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of resource (RFC 7643, section 6).
 *
 * @param endpoint its address below the service's
 * @param extensions the schemas that may stand beside the core schema
 */
record ResourceKind(String name, String endpoint, Schema core, List<Schema> extensions) {
    static final ResourceKind USER = new ResourceKind("User", "/Users", Schemas.CORE_USER, Schemas.EXTENSIONS);
    static final ResourceKind GROUP = new ResourceKind("Group", "/Groups", Schemas.CORE_GROUP, List.of());
    static final List<ResourceKind> ALL = List.of(USER, GROUP);

    /** The core schema and the extensions. */
    List<Schema> schemas() {
        List<Schema> all = new ArrayList<>();
        all.add(core);
        all.addAll(extensions);
        return all;
    }

    /** The common or core attribute of that name, whatever its case, or null. */
    @Nullable
    Attribute attribute(String name) {
        Attribute common = Attribute.find(Schemas.COMMON, name);
        return common != null ? common : core.attribute(name);
    }

    /** One of its schemas by its URN, whatever its case; null where it has no such schema. */
    @Nullable
    Schema schema(String urn) {
        return schemas().stream()
                .filter(schema -> schema.id().equalsIgnoreCase(urn))
                .findFirst()
                .orElse(null);
    }
}
