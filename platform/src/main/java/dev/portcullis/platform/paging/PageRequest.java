package dev.portcullis.platform.paging;

import dev.portcullis.platform.problem.Problems;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page is asked for; a bean parameter of every operation that lists. */
public class PageRequest {
    public static final int MOST = 200;
    private static final int LONGEST_CURSOR = 512;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "How many at the most, 1 to 200", example = "50")
    public int limit = 50;

    @QueryParam("cursor")
    @Parameter(description = "The `next` of the page before; leave out for the first page")
    public @Nullable String cursor;

    /**
     * How many entries to return.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 400 where the number is out of range
     */
    public int limit() {
        if (limit < 1 || limit > MOST) {
            throw Problems.badParameter("limit", "must be a number from 1 to " + MOST);
        }
        return limit;
    }

    /**
     * The key after which the page starts, or null for the first page.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 400 where the cursor is none of ours
     */
    public @Nullable String after() {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            if (cursor.length() <= LONGEST_CURSOR) {
                return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException notBase64) {
            // said below
        }
        throw Problems.badParameter("cursor", "is not a cursor of this service: take the `next` of the page before");
    }
}
