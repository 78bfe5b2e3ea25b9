package dev.portcullis.platform.etag;

import dev.portcullis.platform.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Entity tags of things that carry a version. */
public final class ETags {
    private ETags() {}

    /** The tag of a version, quoted as RFC 9110, section 8.8.3 wants it. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Lets a change through only where its sender has seen the current version.
     *
     * @param ifMatch the request's If-Match header
     * @param current the version that would be changed
     * @throws dev.portcullis.platform.problem.ProblemException 428 where the header is missing, 412 where it names another version
     */
    public static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problems.preconditionRequired();
        }
        String expected = of(current);
        for (String tag : ifMatch.split(",", 16)) {
            if (tag.trim().equals(expected) || tag.trim().equals("*")) {
                return;
            }
        }
        throw Problems.preconditionFailed(expected);
    }
}
