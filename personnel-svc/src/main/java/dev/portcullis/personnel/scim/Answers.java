package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Outcomes as answers over HTTP. */
@Singleton
public class Answers {
    /** An outcome as an answer of its own. */
    Response of(Reply reply) {
        Response.ResponseBuilder response = Response.status(reply.status());
        if (reply.version() != null) {
            response.header("ETag", reply.version());
        }
        if (reply.body() != null) {
            response.entity(ScimJson.write(reply.body()));
            response.header(reply.status() == 201 ? "Location" : "Content-Location", URI.create(reply.location()));
        }
        return response.build();
    }

    /** @throws ScimException where there is no such resource */
    Response of(@Nullable Reply reply, @Nullable String ifNoneMatch) {
        if (reply == null) {
            throw ScimException.notFound();
        }
        String version = reply.version();
        return ifNoneMatch != null && version != null && Versions.names(ifNoneMatch, version)
                ? Response.notModified().header("ETag", version).build()
                : of(reply);
    }

    /** A list, or the outcome of a bulk. */
    Response of(ObjectNode list) {
        return Response.ok(ScimJson.write(list)).build();
    }
}
