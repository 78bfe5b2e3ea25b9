package dev.portcullis.personnel.scim;

import dev.portcullis.personnel.privacy.KeyService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Cursors (RFC 9865): where a search goes on, when the cursor was given, and a keyed hash of which search that was. Nothing is kept
 * for a cursor here, none can be made elsewhere, and none holds anything of a record but an opaque id.
 */
@ApplicationScoped
public class Cursors {
    private static final int HASH = 16;

    @Inject
    KeyService keys;

    @Inject
    ScimSettings settings;

    /** @param search in words that are the same exactly for the same search */
    String give(String search, String position) {
        byte[] content = (Instant.now().getEpochSecond() + "\n" + position).getBytes(StandardCharsets.UTF_8);
        byte[] cursor = Arrays.copyOf(hash(search, content), HASH + content.length);
        System.arraycopy(content, 0, cursor, HASH, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** @throws ScimException where the cursor is none of this search, or too old */
    String position(String search, String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        if (bytes.length <= HASH) {
            throw invalid();
        }
        byte[] content = Arrays.copyOfRange(bytes, HASH, bytes.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(bytes, HASH), hash(search, content))) {
            throw invalid();
        }
        String[] parts = new String(content, StandardCharsets.UTF_8).split("\n", 2);
        Instant given = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        if (Instant.now().isAfter(given.plus(settings.cursorTimeout()))) {
            throw ScimType.EXPIRED_CURSOR.because("The cursor is older than "
                    + settings.cursorTimeout().toSeconds() + " seconds: search again from the first page.");
        }
        return parts[1];
    }

    private byte[] hash(String search, byte[] content) {
        return Arrays.copyOf(
                keys.lookup("scim-cursor", search + "\n" + HexFormat.of().formatHex(content)), HASH);
    }

    private static ScimException invalid() {
        return ScimType.INVALID_CURSOR.because(
                "The cursor is none of this search: ask for the next page with the filter and sorting of the first.");
    }
}
