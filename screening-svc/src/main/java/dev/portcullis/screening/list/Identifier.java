package dev.portcullis.screening.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A document or number by which a listed party can be told from others of its name.
 *
 * @param type what it is, in the list's words, such as {@code Passport}; {@value #IMO} for a vessel's number of the International Maritime
 *     Organization, {@value #CALL_SIGN}, {@value #AIRCRAFT} for an aircraft's serial or tail number, {@value #LEI} for a legal entity identifier
 *     (ISO 17442), {@value #ENTRY} for the number of the entry on its publisher's own list, where a compilation has it
 * @param number as the list writes it
 * @param country ISO 3166-1 alpha-2 code of the country that gave it, where the list tells
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record Identifier(
        String type, String number, @Nullable String country) {
    public static final String IMO = "IMO";
    public static final String CALL_SIGN = "Call sign";
    public static final String AIRCRAFT = "Aircraft";
    public static final String LEI = "LEI";
    public static final String ENTRY = "List entry";

    public Identifier {
        if (type.isBlank() || number.isBlank()) {
            throw new IllegalArgumentException("an identifier has a type and a number");
        }
    }
}
