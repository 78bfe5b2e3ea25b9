package dev.portcullis.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.local.stack.Service;

/** The HR system: keeps employees in step over SCIM 2.0 (RFC 7643, RFC 7644), with what a deemed export turns on. */
final class HrSystem {
    private static final String SCIM = "application/scim+json";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String EXPORT_CONTROL = "urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User";
    private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api personnel;

    HrSystem(Accounts accounts) {
        this.personnel = accounts.client("hr-sync", Service.PERSONNEL);
    }

    void createEmployees(Cast cast) {
        for (JsonNode employee : Resources.json("employees.json")) {
            ObjectNode user = JSON.createObjectNode();
            user.putArray("schemas").add(USER).add(EXPORT_CONTROL);
            user.set("userName", employee.required("userName"));
            user.set("name", employee.required("name"));
            user.put("active", true);
            user.set(EXPORT_CONTROL, employee.required("facts"));
            JsonNode created =
                    personnel.post("/scim/v2/Users", SCIM, user.toString()).json();
            String key = employee.required("key").asText();
            cast.add("person", key, created.required("id").asText(), key);
        }
    }

    void deactivate(String id) {
        ObjectNode patch = JSON.createObjectNode();
        patch.putArray("schemas").add(PATCH);
        patch.putArray("Operations")
                .addObject()
                .put("op", "replace")
                .put("path", "active")
                .put("value", false);
        personnel.patch("/scim/v2/Users/" + id, SCIM, patch.toString());
    }
}
