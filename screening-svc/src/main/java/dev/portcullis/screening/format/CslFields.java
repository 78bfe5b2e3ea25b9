package dev.portcullis.screening.format;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListCode;
import dev.portcullis.screening.list.ListedParty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the CSV and the JSON of the Consolidated Screening List have in common. */
final class CslFields {
    private CslFields() {}

    static PartyDraft draft(String source, String id, @Nullable String entityNumber) {
        return new PartyDraft(ListCode.of(source), id).identifier(Identifier.ENTRY, entityNumber, null);
    }

    static ListedParty.Type type(@Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "entity" -> ListedParty.Type.ENTITY;
            case "individual" -> ListedParty.Type.INDIVIDUAL;
            case "vessel" -> ListedParty.Type.VESSEL;
            case "aircraft" -> ListedParty.Type.AIRCRAFT;
            default -> ListedParty.Type.UNKNOWN;
        };
    }

    static List<String> values(@Nullable String text) {
        return PartyDraft.split(text, ";");
    }

    /** An alias; the last of an enumeration may still have its "and". */
    static String alias(String text) {
        return text.startsWith("and ") ? text.substring(4).strip() : text;
    }

    /** Reads {@code Passport, U00242309, TR}: label, value, and the country where the last part is its code. */
    static void identifier(PartyDraft draft, String text) {
        int first = text.indexOf(',');
        if (first < 0) {
            return;
        }
        String label = text.substring(0, first).strip();
        String value = text.substring(first + 1).strip();
        String country = null;
        int last = value.lastIndexOf(',');
        String end = value.substring(last + 1).strip();
        if (last >= 0 && end.length() == 2 && CountryCode.isKnown(end)) {
            country = end;
            value = value.substring(0, last).strip();
        }
        OfacLabels.put(draft, label, value, country);
    }
}
