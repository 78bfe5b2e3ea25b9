package dev.portcullis.licensing.moving;

import java.util.Arrays;

/** What a column of an export may tell. */
enum Field {
    NUMBER("number", Shape.TEXT, false),
    KIND("kind", Shape.TEXT, false),
    VALID_FROM("validFrom", Shape.DATE, false),
    VALID_UNTIL("validUntil", Shape.DATE, false),
    LICENSEES("licensees", Shape.LIST, false),
    CONSIGNEES("consignees", Shape.LIST, false),
    COUNTRIES("countries", Shape.LIST, false),
    PERSON_IDS("personIds", Shape.LIST, false),
    LEGAL_ENTITIES("legalEntities", Shape.LIST, false),
    ORGANIZATION_UNITS("organizationUnits", Shape.LIST, false),
    PARTY_ROLES("partyRoles", Shape.LIST, false),
    REFERENCE_DOCUMENTS("referenceDocuments", Shape.LIST, false),
    END_USES("endUses", Shape.LIST, false),
    CONDITIONS("conditions", Shape.TEXT, false),
    LINE("line", Shape.NUMBER, true),
    ECCN("eccn", Shape.TEXT, true),
    ITEM_ID("itemId", Shape.TEXT, true),
    QUANTITY("quantity", Shape.NUMBER, true),
    UNIT("unit", Shape.TEXT, true),
    VALUE("value", Shape.NUMBER, true),
    CURRENCY("currency", Shape.TEXT, true),
    QUANTITY_EXCESS("quantityExcess", Shape.NUMBER, true),
    VALUE_EXCESS("valueExcess", Shape.NUMBER, true),
    SHORTFALL("shortfall", Shape.NUMBER, true),
    QUANTITY_DRAWN("quantityDrawn", Shape.NUMBER, true),
    VALUE_DRAWN("valueDrawn", Shape.NUMBER, true);

    private final String word;
    private final Shape shape;
    private final boolean ofLine;

    /** How its values are written. */
    enum Shape {
        TEXT,
        DATE,
        NUMBER,
        LIST
    }

    Field(String word, Shape shape, boolean ofLine) {
        this.word = word;
        this.shape = shape;
        this.ofLine = ofLine;
    }

    String word() {
        return word;
    }

    Shape shape() {
        return shape;
    }

    /** Whether each line of a license tells it for itself; otherwise all lines tell the same. */
    boolean isOfLine() {
        return ofLine;
    }

    /** @throws IllegalArgumentException where there is no such field */
    static Field of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no field " + word));
    }
}
