package dev.portcullis.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a state-changing POST answers, in a form that can be kept and given again.
 *
 * @param status the HTTP status
 * @param location the Location header, where something was created
 * @param etag the ETag header, where the thing has a version
 * @param body the JSON body
 */
public record Answer(
        int status, @Nullable String location, @Nullable String etag, Object body) {

    /** 201 with the place of what was created. */
    public static Answer created(String location, @Nullable String etag, Object body) {
        return new Answer(201, location, etag, body);
    }

    /** 200. */
    public static Answer ok(Object body) {
        return new Answer(200, null, null, body);
    }
}
