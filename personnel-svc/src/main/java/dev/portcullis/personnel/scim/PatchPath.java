package dev.portcullis.personnel.scim;

import org.jspecify.annotations.Nullable;

/**
 * What a PATCH operation acts on (RFC 7644, section 3.5.2): an attribute, elements of it that a filter selects, a sub-attribute of
 * either, or a whole extension.
 *
 * @param at the attribute or extension
 * @param filter selects elements; null where there are no brackets
 * @param sub a sub-attribute; null where the whole is meant
 */
record PatchPath(
        AttributePath at, @Nullable Filter filter, @Nullable Attribute sub) {

    /** @throws ScimException with {@code invalidPath} or {@code invalidFilter} */
    static PatchPath parse(ResourceKind kind, String text) {
        if (text.length() > FilterParser.LONGEST) {
            throw ScimType.INVALID_PATH.because("A path has at most " + FilterParser.LONGEST + " characters.");
        }
        int open = text.indexOf('[');
        if (open < 0) {
            AttributePath path = known(kind, text.trim());
            return new PatchPath(path, null, path.sub());
        }
        int close = text.lastIndexOf(']');
        AttributePath list = known(kind, text.substring(0, open).trim());
        Attribute attribute = list.attribute();
        if (close < open
                || attribute == null
                || !attribute.multiValued()
                || !attribute.isComplex()
                || list.sub() != null) {
            throw ScimType.INVALID_PATH.because("Brackets belong behind a list of complex values, such as emails.");
        }
        Filter filter = FilterParser.parse(text.substring(open + 1, close));
        String rest = text.substring(close + 1).trim();
        if (rest.isEmpty()) {
            return new PatchPath(list, filter, null);
        }
        Attribute sub = rest.startsWith(".") ? attribute.sub(rest.substring(1)) : null;
        if (sub == null) {
            throw ScimType.INVALID_PATH.because("What follows the brackets names no sub-attribute of " + list + ".");
        }
        return new PatchPath(list, filter, sub);
    }

    private static AttributePath known(ResourceKind kind, String text) {
        AttributePath path = AttributePath.parse(kind, text);
        if (path == null) {
            throw ScimType.INVALID_PATH.because("The path names nothing in the schemas; see /scim/v2/Schemas.");
        }
        return path;
    }

    boolean isReadOnly() {
        return at.isReadOnly() || sub != null && sub.readOnly();
    }

    @Override
    public String toString() {
        return filter == null || sub == null ? at.toString() : at + "[...]." + sub.name();
    }
}
