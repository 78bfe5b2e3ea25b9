package dev.portcullis.screening.reconcile;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be told of a row beside its name. */
enum Property {
    NAME("name", "Name"),
    ALIAS("alias", "Another name"),
    FAMILY_NAME("familyName", "Family name"),
    GIVEN_NAME("givenName", "Given name"),
    PATRONYMIC("patronymic", "Patronymic"),
    COUNTRY("country", "Country"),
    BIRTH_DATE("birthDate", "Date or year of birth"),
    ADDRESS("address", "Address"),
    PASSPORT("passport", "Passport"),
    TAX_ID("taxId", "Tax ID"),
    IMO("imo", "IMO"),
    LEI("lei", "LEI"),
    IDENTIFIER("identifier", "Identifier");

    static final String IDS =
            Arrays.stream(values()).map(property -> property.id).collect(Collectors.joining(", "));

    private final String id;
    private final String label;

    Property(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    /** The property of an id; nothing where there is none. */
    static @Nullable Property of(String id) {
        return Arrays.stream(values())
                .filter(property -> property.id.equals(id))
                .findFirst()
                .orElse(null);
    }
}
