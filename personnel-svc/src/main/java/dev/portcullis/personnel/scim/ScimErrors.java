package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.group.Groups.UnknownMemberException;
import dev.portcullis.personnel.person.ExportControlFacts.InvalidFactException;
import dev.portcullis.personnel.person.Persons.UserNameTakenException;
import dev.portcullis.personnel.privacy.KeyUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** SCIM errors as RFC 7644, section 3.12, wants them. What was refused is logged by its kind, never with its content. */
@Provider
public class ScimErrors implements ExceptionMapper<ScimException> {
    private static final Logger LOG = Logger.getLogger(ScimErrors.class);
    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    @Override
    public Response toResponse(ScimException e) {
        ScimType type = e.scimType();
        LOG.warnf("SCIM message refused: %d %s", e.status(), type == null ? "" : type.word());
        Response.ResponseBuilder response =
                Response.status(e.status()).type(ScimJson.MEDIA_TYPE).entity(ScimJson.write(body(e)));
        if (e.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "2");
        }
        return response.build();
    }

    /** The error as a message. */
    static ObjectNode body(ScimException e) {
        ScimType type = e.scimType();
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putArray("schemas").add(SCHEMA);
        error.put("status", String.valueOf(e.status()));
        if (type != null) {
            error.put("scimType", type.word());
        }
        error.put("detail", e.getMessage());
        return error;
    }

    /** What the persons refuse, in SCIM's words. */
    static Throwable translate(Throwable e) {
        if (e instanceof InvalidFactException) {
            return ScimType.INVALID_VALUE.because(e.getMessage() + ".");
        } else if (e instanceof UserNameTakenException) {
            return ScimType.UNIQUENESS.because("userName is that of another user.");
        } else if (e instanceof UnknownMemberException) {
            return ScimType.INVALID_VALUE.because("members has one that is no user.");
        } else if (e instanceof KeyUnavailableException) {
            LOG.errorf("personal data cannot be opened or sealed: %s", e.getMessage());
            return ScimException.unavailable();
        }
        return e;
    }
}
