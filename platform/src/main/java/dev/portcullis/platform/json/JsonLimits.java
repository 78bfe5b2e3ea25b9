package dev.portcullis.platform.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Bounds what reading a document may cost: nesting costs stack, long numbers cost time that grows faster than their length, long
 * names and texts cost memory. What passes a limit is refused while it is read, before anything is made of it.
 */
@Singleton
public class JsonLimits implements ObjectMapperCustomizer {
    /** Levels of objects and arrays. */
    public static final int DEEPEST = 64;

    /** Characters of a name, a number, and a text. */
    public static final int LONGEST_NAME = 256;

    public static final int LONGEST_NUMBER = 100;
    public static final int LONGEST_TEXT = 1 << 18;

    /** The limits in words, for an answer. */
    public static final String IN_WORDS =
            "nests at most " + DEEPEST + " levels deep, in names of at most " + LONGEST_NAME + ", numbers of at most "
                    + LONGEST_NUMBER + " and texts of at most " + LONGEST_TEXT + " characters";

    /** Holds to the limits whatever the mapper reads from now on; call before its first use. */
    public static void bound(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(mapper.getFactory()
                        .streamReadConstraints()
                        .rebuild()
                        .maxNestingDepth(DEEPEST)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LONGEST_TEXT)
                        .build());
    }

    @Override
    public void customize(ObjectMapper mapper) {
        bound(mapper);
    }
}
