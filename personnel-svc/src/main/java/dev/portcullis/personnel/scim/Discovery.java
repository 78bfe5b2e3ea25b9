package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What this service can do, in the words of RFC 7643, sections 5 to 7. */
final class Discovery {
    private static final String CONFIG = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    private static final String RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    private Discovery() {}

    static ObjectNode serviceProviderConfig(String base, int mostBulkOperations, long cursorSeconds) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.putArray("schemas").add(CONFIG);
        config.putObject("patch").put("supported", true);
        config.putObject("bulk")
                .put("supported", true)
                .put("maxOperations", mostBulkOperations)
                .put("maxPayloadSize", BulkRequest.LARGEST);
        config.putObject("filter").put("supported", true).put("maxResults", Search.MOST_RESULTS);
        config.putObject("changePassword").put("supported", false);
        config.putObject("sort").put("supported", true);
        config.putObject("etag").put("supported", true);
        // RFC 9865, section 4.
        config.putObject("pagination")
                .put("cursor", true)
                .put("index", true)
                .put("defaultPaginationMethod", "index")
                .put("defaultPageSize", Search.DEFAULT_RESULTS)
                .put("maxPageSize", Search.MOST_RESULTS)
                .put("cursorTimeout", cursorSeconds);
        config.putArray("authenticationSchemes")
                .addObject()
                .put("type", "oauthbearertoken")
                .put("name", "OAuth bearer token")
                .put("description", "A token of the realm with this service as audience and the role hr-sync")
                .put("specUri", "https://www.rfc-editor.org/info/rfc6750")
                .put("primary", true);
        meta(config, "ServiceProviderConfig", base + "/ServiceProviderConfig");
        return config;
    }

    static ObjectNode type(ResourceKind kind, String base) {
        ObjectNode type = JsonNodeFactory.instance.objectNode();
        type.putArray("schemas").add(RESOURCE_TYPE);
        type.put("id", kind.name());
        type.put("name", kind.name());
        type.put("endpoint", kind.endpoint());
        type.put("description", kind.core().description());
        type.put("schema", kind.core().id());
        if (!kind.extensions().isEmpty()) {
            ArrayNode extensions = type.putArray("schemaExtensions");
            for (Schema extension : kind.extensions()) {
                extensions.addObject().put("schema", extension.id()).put("required", false);
            }
        }
        meta(type, "ResourceType", base + "/ResourceTypes/" + kind.name());
        return type;
    }

    static ObjectNode schema(Schema schema, String base) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("schemas").add(SCHEMA);
        node.put("id", schema.id());
        node.put("name", schema.name());
        node.put("description", schema.description());
        attributes(node.putArray("attributes"), schema.attributes(), "");
        meta(node, "Schema", base + "/Schemas/" + schema.id());
        return node;
    }

    private static void attributes(ArrayNode to, List<Attribute> attributes, String owner) {
        for (Attribute attribute : attributes) {
            ObjectNode node = to.addObject();
            node.put("name", attribute.name());
            node.put("type", attribute.type().word());
            node.put("multiValued", attribute.multiValued());
            node.put("description", attribute.description());
            node.put("required", attribute.required());
            node.put("mutability", attribute.mutability());
            node.put("returned", attribute.returned());
            if (!attribute.isComplex() && attribute.type() != Attribute.Type.BOOLEAN) {
                node.put("caseExact", attribute.caseExact());
                node.put("uniqueness", attribute.uniqueness());
            }
            if (attribute.type() == Attribute.Type.REFERENCE) {
                node.putArray("referenceTypes").add(referenced(attribute, owner));
            }
            if (!attribute.canonicalValues().isEmpty()) {
                ArrayNode values = node.putArray("canonicalValues");
                attribute.canonicalValues().forEach(values::add);
            }
            if (attribute.isComplex()) {
                attributes(node.putArray("subAttributes"), attribute.subAttributes(), attribute.name());
            }
        }
    }

    private static String referenced(Attribute attribute, String owner) {
        if (attribute.name().equals("$ref")) {
            return owner.equals("groups") ? "Group" : "User";
        }
        return attribute.name().equals("schemas") ? "uri" : "external";
    }

    private static void meta(ObjectNode node, String type, String location) {
        node.putObject("meta").put("resourceType", type).put("location", location);
    }
}
