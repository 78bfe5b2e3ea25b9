package dev.portcullis.personnel.scim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema (RFC 7643, section 7).
 *
 * @param id its URN
 * @param extension whether its attributes stand in an object of their own under the URN
 */
record Schema(String id, String name, String description, boolean extension, List<Attribute> attributes) {
    /** An attribute by its name, whatever its case; null where there is none. */
    @Nullable
    Attribute attribute(String wanted) {
        return Attribute.find(attributes, wanted);
    }
}
