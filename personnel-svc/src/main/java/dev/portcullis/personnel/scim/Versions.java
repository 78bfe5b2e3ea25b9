package dev.portcullis.personnel.scim;

import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 7644, section 3.14). They are weak, and so are compared without regard to that. */
final class Versions {
    private Versions() {}

    /** Whether a list of tags, or a star, names a version. */
    static boolean names(String tags, long version) {
        return names(tags, "W/\"" + version + "\"");
    }

    /** Whether a list of tags, or a star, names a weak tag. */
    static boolean names(String tags, String version) {
        for (String tag : tags.split(",", 16)) {
            String trimmed = tag.trim();
            String opaque = trimmed.startsWith("W/") ? trimmed.substring(2) : trimmed;
            if (opaque.equals("*") || version.equals("W/" + opaque)) {
                return true;
            }
        }
        return false;
    }

    /** @throws ScimException 412 where If-Match is there and names another version */
    static void require(@Nullable String ifMatch, long version) {
        if (ifMatch != null && !ifMatch.isBlank() && !names(ifMatch, version)) {
            throw ScimException.stale();
        }
    }
}
