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

    /** Reads a path; null where it names nothing that such a resource has. */
    static @Nullable AttributePath parse(ResourceKind kind, String text) {
        Schema schema = kind.core();
        String rest = text;
        if (text.toLowerCase(Locale.ROOT).startsWith("urn:")) {
            Schema named = prefix(kind, text);
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
        Attribute attribute = schema.extension() ? schema.attribute(name) : kind.attribute(name);
        if (attribute == null) {
            return null;
        }
        if (dot < 0) {
            return new AttributePath(schema, attribute, null);
        }
        Attribute sub = attribute.sub(rest.substring(dot + 1));
        return sub == null ? null : new AttributePath(schema, attribute, sub);
    }

    private static @Nullable Schema prefix(ResourceKind kind, String text) {
        for (Schema schema : kind.schemas()) {
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
