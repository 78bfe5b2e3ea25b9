package dev.portcullis.personnel.scim;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a schema (RFC 7643, sections 2 and 7).
 *
 * @param traits what holds of it beyond the defaults of section 2.2
 * @param subAttributes of a complex attribute
 * @param canonicalValues those that are suggested; others are accepted unless an own check refuses them
 */
record Attribute(
        String name,
        Type type,
        String description,
        Set<Trait> traits,
        List<Attribute> subAttributes,
        List<String> canonicalValues) {

    /** What may hold of an attribute. */
    enum Trait {
        /** Its value is a list. */
        MULTI_VALUED,
        REQUIRED,
        /** Case tells two strings apart. */
        CASE_EXACT,
        READ_ONLY,
        /** Every answer holds it, whichever attributes were asked for. */
        ALWAYS_RETURNED,
        /** No two resources have the same value. */
        UNIQUE,
        /** Set when the value comes, and changed only by taking the value away. */
        IMMUTABLE,
        /** Its list may be far longer than those of others. */
        LONG
    }

    /** What a value is. */
    enum Type {
        STRING("string"),
        BOOLEAN("boolean"),
        REFERENCE("reference"),
        BINARY("binary"),
        /** An instant as xsd:dateTime writes it. */
        DATE_TIME("dateTime"),
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
        return of(name, Type.STRING, description);
    }

    static Attribute of(String name, Type type, String description) {
        return new Attribute(name, type, description, Set.of(), List.of(), List.of());
    }

    static Attribute complex(String name, String description, Attribute... subAttributes) {
        return new Attribute(name, Type.COMPLEX, description, Set.of(), List.of(subAttributes), List.of());
    }

    Attribute many() {
        return with(Trait.MULTI_VALUED);
    }

    Attribute need() {
        return with(Trait.REQUIRED);
    }

    Attribute exact() {
        return with(Trait.CASE_EXACT);
    }

    Attribute fixed() {
        return with(Trait.READ_ONLY);
    }

    Attribute unique() {
        return with(Trait.UNIQUE);
    }

    Attribute once() {
        return with(Trait.IMMUTABLE);
    }

    Attribute manyMore() {
        return with(Trait.MULTI_VALUED).with(Trait.LONG);
    }

    Attribute always() {
        return with(Trait.ALWAYS_RETURNED);
    }

    private Attribute with(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Attribute(name, type, description, Set.copyOf(more), subAttributes, canonicalValues);
    }

    Attribute suggesting(String... values) {
        return new Attribute(name, type, description, traits, subAttributes, List.of(values));
    }

    boolean multiValued() {
        return traits.contains(Trait.MULTI_VALUED);
    }

    boolean required() {
        return traits.contains(Trait.REQUIRED);
    }

    boolean caseExact() {
        return traits.contains(Trait.CASE_EXACT);
    }

    boolean readOnly() {
        return traits.contains(Trait.READ_ONLY);
    }

    /** How many values it takes. */
    int mostValues() {
        return traits.contains(Trait.LONG) ? Canonical.MOST_MEMBERS : Canonical.MOST_VALUES;
    }

    /** In the words of section 2.2. */
    String mutability() {
        if (readOnly()) {
            return "readOnly";
        }
        return traits.contains(Trait.IMMUTABLE) ? "immutable" : "readWrite";
    }

    /** In the words of section 2.2. */
    String returned() {
        return traits.contains(Trait.ALWAYS_RETURNED) ? "always" : "default";
    }

    /** In the words of section 2.2. */
    String uniqueness() {
        return traits.contains(Trait.UNIQUE) ? "server" : "none";
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
