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

    static ObjectNode serviceProviderConfig(String base, int mostResults) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.putArray("schemas").add(CONFIG);
        config.putObject("patch").put("supported", true);
        config.putObject("bulk").put("supported", false).put("maxOperations", 0).put("maxPayloadSize", 0);
        config.putObject("filter").put("supported", true).put("maxResults", mostResults);
        config.putObject("changePassword").put("supported", false);
        config.putObject("sort").put("supported", false);
        config.putObject("etag").put("supported", true);
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

    static ObjectNode userType(String base) {
        ObjectNode type = JsonNodeFactory.instance.objectNode();
        type.putArray("schemas").add(RESOURCE_TYPE);
        type.put("id", "User");
        type.put("name", "User");
        type.put("endpoint", "/Users");
        type.put("description", Schemas.CORE_USER.description());
        type.put("schema", Schemas.USER);
        ArrayNode extensions = type.putArray("schemaExtensions");
        for (Schema extension : Schemas.EXTENSIONS) {
            extensions.addObject().put("schema", extension.id()).put("required", false);
        }
        meta(type, "ResourceType", base + "/ResourceTypes/User");
        return type;
    }

    static ObjectNode schema(Schema schema, String base) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("schemas").add(SCHEMA);
        node.put("id", schema.id());
        node.put("name", schema.name());
        node.put("description", schema.description());
        attributes(node.putArray("attributes"), schema.attributes());
        meta(node, "Schema", base + "/Schemas/" + schema.id());
        return node;
    }

    private static void attributes(ArrayNode to, List<Attribute> attributes) {
        for (Attribute attribute : attributes) {
            ObjectNode node = to.addObject();
            node.put("name", attribute.name());
            node.put("type", attribute.type().word());
            node.put("multiValued", attribute.multiValued());
            node.put("description", attribute.description());
            node.put("required", attribute.required());
            node.put("mutability", attribute.readOnly() ? "readOnly" : "readWrite");
            node.put("returned", attribute.returned());
            if (!attribute.isComplex() && attribute.type() != Attribute.Type.BOOLEAN) {
                node.put("caseExact", attribute.caseExact());
                node.put("uniqueness", attribute.uniqueness());
            }
            if (attribute.type() == Attribute.Type.REFERENCE) {
                node.putArray("referenceTypes").add(attribute.name().equals("$ref") ? "User" : "external");
            }
            if (!attribute.canonicalValues().isEmpty()) {
                ArrayNode values = node.putArray("canonicalValues");
                attribute.canonicalValues().forEach(values::add);
            }
            if (attribute.isComplex()) {
                attributes(node.putArray("subAttributes"), attribute.subAttributes());
            }
        }
    }

    private static void meta(ObjectNode node, String type, String location) {
        node.putObject("meta").put("resourceType", type).put("location", location);
    }
}
