package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.group.Group;
import dev.portcullis.personnel.person.Person;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Persons as SCIM shows them. */
final class UserView {
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private UserView() {}

    /** The address of {@code /scim/v2} below the service's own. */
    static String base(URI service) {
        return service.resolve("/scim/v2").toString();
    }

    /**
     * @param groups those of the person
     * @param base see {@link #base}
     */
    static ObjectNode of(Person person, List<Group> groups, String base) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        ArrayNode schemas = user.putArray("schemas");
        schemas.add(Schemas.USER);
        for (Schema extension : Schemas.EXTENSIONS) {
            if (person.attributes().has(extension.id())) {
                schemas.add(extension.id());
            }
        }
        user.put("id", person.id());
        user.setAll(person.attributes());
        if (!groups.isEmpty()) {
            ArrayNode shown = user.putArray("groups");
            for (Group group : groups) {
                shown.addObject()
                        .put("value", group.id())
                        .put("$ref", GroupView.location(group, base))
                        .put("display", group.displayName())
                        .put("type", "direct");
            }
        }
        user.putObject("meta")
                .put("resourceType", "User")
                .put("created", person.createdAt().toString())
                .put("lastModified", person.changedAt().toString())
                .put("location", location(person, base))
                .put("version", version(person));
        return user;
    }

    static String location(Person person, String base) {
        return base + "/Users/" + person.id();
    }

    /** A weak tag (RFC 7644, section 3.14): the same user may be shown with other attributes. */
    static String version(Person person) {
        return "W/\"" + person.version() + "\"";
    }

    static ObjectNode list(List<ObjectNode> resources, long total, int startIndex) {
        return list(resources, total, (Integer) startIndex, null);
    }

    /**
     * A ListResponse.
     *
     * @param total null where it is not known, as RFC 9865, section 2, allows with a cursor
     * @param startIndex null with a cursor
     * @param nextCursor null where there is no further page, or pages are counted
     */
    static ObjectNode list(
            List<ObjectNode> resources,
            @Nullable Long total,
            @Nullable Integer startIndex,
            @Nullable String nextCursor) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("schemas").add(LIST);
        if (total != null) {
            list.put("totalResults", total);
        }
        if (startIndex != null) {
            list.put("startIndex", startIndex);
        }
        list.put("itemsPerPage", resources.size());
        if (nextCursor != null) {
            list.put("nextCursor", nextCursor);
        }
        list.putArray("Resources").addAll(resources);
        return list;
    }
}
