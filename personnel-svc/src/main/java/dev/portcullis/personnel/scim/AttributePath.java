package dev.portcullis.personnel.scim;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an attribute stands (RFC 7644, section 3.10): {@code [URN ":"] name ["." sub]}.
 *
 * @param schema to which it belongs
 * @param attribute null where the path names a whole extension
 * @param sub null where it names no sub-attribute
 */
record AttributePath(
        Schema schema,
        @Nullable Attribute attribute,
        @Nullable Attribute sub) {

    /** Reads a path; null where it names nothing in our schemas. */
    static @Nullable AttributePath parse(String text) {
        Schema schema = Schemas.CORE_USER;
        String rest = text;
        if (text.toLowerCase(Locale.ROOT).startsWith("urn:")) {
            Schema named = prefix(text);
            if (named == null) {
                return null;
            }
            schema = named;
            if (text.length() == schema.id().length()) {
                return schema.extension() ? new AttributePath(schema, null, null) : null;
            }
            rest = text.substring(schema.id().length() + 1);
        }
        int dot = rest.indexOf('.');
        String name = dot < 0 ? rest : rest.substring(0, dot);
        Attribute attribute = schema.extension() ? schema.attribute(name) : Schemas.core(name);
        if (attribute == null) {
            return null;
        }
        if (dot < 0) {
            return new AttributePath(schema, attribute, null);
        }
        Attribute sub = attribute.sub(rest.substring(dot + 1));
        return sub == null ? null : new AttributePath(schema, attribute, sub);
    }

    private static @Nullable Schema prefix(String text) {
        for (Schema schema : Schemas.ALL) {
            int length = schema.id().length();
            if (text.regionMatches(true, 0, schema.id(), 0, length)
                    && (text.length() == length || text.charAt(length) == ':')) {
                return schema;
            }
        }
        return null;
    }

    /** The attribute that the path ends at: the sub-attribute, or the attribute; null for a whole extension. */
    @Nullable
    Attribute target() {
        return sub != null ? sub : attribute;
    }

    boolean isReadOnly() {
        return attribute != null && attribute.readOnly() || sub != null && sub.readOnly();
    }

    /** For people: names of ours, never what was sent. */
    @Override
    public String toString() {
        String name = attribute == null ? "" : attribute.name() + (sub == null ? "" : "." + sub.name());
        return schema.extension() ? schema.id() + (name.isEmpty() ? "" : ":" + name) : name;
    }
}
