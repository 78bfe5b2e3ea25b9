package dev.portcullis.screening.match;

import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.name.NormalizedName;
import java.util.Arrays;

/** Which part of a person's name a word is, where that is told. */
final class Role {
    static final byte UNKNOWN = 0;
    static final byte FAMILY = 1;
    static final byte GIVEN = 2;

    /** For names whose words' parts nobody told. */
    static final byte[] NONE = {};

    private Role() {}

    /** Whether one word is a family name and the other a given name. */
    static boolean contradict(byte a, byte b) {
        return (a ^ b) == (FAMILY ^ GIVEN);
    }

    /** The parts of a listed person's name; lists write {@code SURNAME, Given}. */
    static byte[] ofListed(String text, NormalizedName name, NameNormalizer normalizer) {
        int comma = text.indexOf(',');
        if (comma <= 0 || text.indexOf(',', comma + 1) >= 0) {
            return NONE;
        }
        int family = normalizer.normalize(text.substring(0, comma)).words().size();
        int given = normalizer.normalize(text.substring(comma + 1)).words().size();
        return given == 0 ? NONE : of(family, given, name.words().size());
    }

    /** The parts of a name that consists of a family name and what follows; none where letters of the two were read as one. */
    static byte[] of(int family, int given, int words) {
        if (family + given != words) {
            return NONE;
        }
        byte[] roles = new byte[words];
        Arrays.fill(roles, 0, family, FAMILY);
        Arrays.fill(roles, family, words, GIVEN);
        return roles;
    }
}
