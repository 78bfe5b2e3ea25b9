package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;

/** A filter (RFC 7644, section 3.4.2.2). Attribute names are as they were written. */
sealed interface Filter {
    /** The operators that compare. */
    enum Operator {
        EQ,
        NE,
        CO,
        SW,
        EW,
        GT,
        GE,
        LT,
        LE
    }

    /** The attribute has a value. */
    record Present(String path) implements Filter {}

    /** The attribute compares with a value. */
    record Compare(String path, Operator operator, JsonNode value) implements Filter {}

    /** An element of a list meets a filter. */
    record Element(String path, Filter filter) implements Filter {}

    record And(Filter left, Filter right) implements Filter {}

    record Or(Filter left, Filter right) implements Filter {}

    record Not(Filter filter) implements Filter {}
}
