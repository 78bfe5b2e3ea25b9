package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.group.Group;
import dev.portcullis.personnel.group.GroupContent;
import java.util.LinkedHashSet;
import java.util.Set;

/** Groups as SCIM shows them. */
final class GroupView {
    private GroupView() {}

    static ObjectNode of(Group group, String base) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("schemas").add(Schemas.GROUP);
        node.put("id", group.id());
        node.setAll(attributes(group, base));
        node.putObject("meta")
                .put("resourceType", ResourceKind.GROUP.name())
                .put("created", group.createdAt().toString())
                .put("lastModified", group.changedAt().toString())
                .put("location", location(group, base))
                .put("version", version(group));
        return node;
    }

    /** What HR wrote of it, as a PATCH changes it. */
    static ObjectNode attributes(Group group, String base) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (group.externalId() != null) {
            node.put("externalId", group.externalId());
        }
        node.put("displayName", group.displayName());
        if (!group.members().isEmpty()) {
            ArrayNode members = node.putArray("members");
            for (String member : group.members()) {
                members.addObject()
                        .put("value", member)
                        .put("$ref", base + "/Users/" + member)
                        .put("type", ResourceKind.USER.name());
            }
        }
        return node;
    }

    /**
     * What canonical attributes say of a group.
     *
     * @throws ScimException where a member is not a user
     */
    static GroupContent content(ObjectNode attributes) {
        Set<String> members = new LinkedHashSet<>();
        for (JsonNode member : attributes.path("members")) {
            if (!member.path("type").asText(ResourceKind.USER.name()).equalsIgnoreCase(ResourceKind.USER.name())) {
                throw ScimType.INVALID_VALUE.because("members are users: groups do not nest.");
            }
            members.add(member.path("value").asText());
        }
        JsonNode externalId = attributes.path("externalId");
        return new GroupContent(
                attributes.path("displayName").asText(),
                externalId.isMissingNode() ? null : externalId.asText(),
                members);
    }

    static String location(Group group, String base) {
        return base + "/Groups/" + group.id();
    }

    /** A weak tag (RFC 7644, section 3.14). */
    static String version(Group group) {
        return "W/\"" + group.version() + "\"";
    }
}
