package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads users that came another way than over SCIM by the same rules, so that there is one form and one strictness for all. */
public final class CanonicalUsers {
    private CanonicalUsers() {}

    /**
     * Attributes in canonical form, as a PUT of them would leave.
     *
     * @param attributes by the names of the schemas, extensions under their URNs, without {@code schemas}
     * @return empty where they are not exactly a user
     */
    public static Optional<ObjectNode> read(ObjectNode attributes) {
        ObjectNode body = attributes.deepCopy();
        ArrayNode schemas = body.putArray("schemas");
        schemas.add(Schemas.CORE_USER.id());
        Schemas.EXTENSIONS.forEach(schema -> schemas.add(schema.id()));
        try {
            return Optional.of(Canonical.resource(ResourceKind.USER, body));
        } catch (ScimException e) {
            return Optional.empty();
        }
    }

    /** Whether a path such as {@code name.familyName} leads to an attribute that may be written. */
    public static boolean isWritable(String path) {
        try {
            AttributePath read = AttributePath.parse(ResourceKind.USER, path);
            return read != null && read.attribute() != null && !read.isReadOnly();
        } catch (ScimException e) {
            return false;
        }
    }

    /** Whether such a path leads to a truth value: other sources write one as text. */
    public static boolean isTruthValue(String path) {
        AttributePath read = AttributePath.parse(ResourceKind.USER, path);
        Attribute attribute = read == null ? null : read.sub() != null ? read.sub() : read.attribute();
        return attribute != null && attribute.type() == Attribute.Type.BOOLEAN;
    }
}
