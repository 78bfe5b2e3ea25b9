package dev.portcullis.personnel.scim;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a schema (RFC 7643, sections 2 and 7).
 *
 * @param multiValued whether its value is a list
 * @param caseExact whether case tells two strings apart
 * @param subAttributes of a complex attribute
 * @param canonicalValues those that are suggested; others are accepted unless an own check refuses them
 */
record Attribute(
        String name,
        Type type,
        String description,
        boolean multiValued,
        boolean required,
        boolean caseExact,
        boolean readOnly,
        String returned,
        String uniqueness,
        List<Attribute> subAttributes,
        List<String> canonicalValues) {

    /** What a value is. */
    enum Type {
        STRING("string"),
        BOOLEAN("boolean"),
        REFERENCE("reference"),
        BINARY("binary"),
        COMPLEX("complex");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Attribute text(String name, String description) {
        return new Attribute(
                name, Type.STRING, description, false, false, false, false, "default", "none", List.of(), List.of());
    }

    static Attribute of(String name, Type type, String description) {
        return new Attribute(
                name, type, description, false, false, false, false, "default", "none", List.of(), List.of());
    }

    static Attribute complex(String name, String description, Attribute... subAttributes) {
        return new Attribute(
                name,
                Type.COMPLEX,
                description,
                false,
                false,
                false,
                false,
                "default",
                "none",
                List.of(subAttributes),
                List.of());
    }

    Attribute many() {
        return new Attribute(
                name,
                type,
                description,
                true,
                required,
                caseExact,
                readOnly,
                returned,
                uniqueness,
                subAttributes,
                canonicalValues);
    }

    Attribute need() {
        return new Attribute(
                name,
                type,
                description,
                multiValued,
                true,
                caseExact,
                readOnly,
                returned,
                uniqueness,
                subAttributes,
                canonicalValues);
    }

    Attribute exact() {
        return new Attribute(
                name,
                type,
                description,
                multiValued,
                required,
                true,
                readOnly,
                returned,
                uniqueness,
                subAttributes,
                canonicalValues);
    }

    Attribute fixed() {
        return new Attribute(
                name,
                type,
                description,
                multiValued,
                required,
                caseExact,
                true,
                returned,
                uniqueness,
                subAttributes,
                canonicalValues);
    }

    Attribute unique() {
        return new Attribute(
                name,
                type,
                description,
                multiValued,
                required,
                caseExact,
                readOnly,
                returned,
                "server",
                subAttributes,
                canonicalValues);
    }

    Attribute always() {
        return new Attribute(
                name,
                type,
                description,
                multiValued,
                required,
                caseExact,
                readOnly,
                "always",
                uniqueness,
                subAttributes,
                canonicalValues);
    }

    Attribute suggesting(String... values) {
        return new Attribute(
                name,
                type,
                description,
                multiValued,
                required,
                caseExact,
                readOnly,
                returned,
                uniqueness,
                subAttributes,
                List.of(values));
    }

    boolean isComplex() {
        return type == Type.COMPLEX;
    }

    /** A sub-attribute by its name, whatever its case; null where there is none. */
    @Nullable
    Attribute sub(String wanted) {
        return find(subAttributes, wanted);
    }

    static @Nullable Attribute find(List<Attribute> attributes, String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        for (Attribute attribute : attributes) {
            if (attribute.name.toLowerCase(Locale.ROOT).equals(lower)) {
                return attribute;
            }
        }
        return null;
    }
}
