package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListedParty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the CSV and the XML of the EU's financial sanctions have in common. */
final class EuFields {
    static final String LIST = "EU";

    private EuFields() {}

    /** A person or an enterprise, by word or letter; files were seen with the two in either column. */
    static ListedParty.Type type(@Nullable String code, @Nullable String classification) {
        String text = ((code == null ? "" : code) + " " + (classification == null ? "" : classification))
                .toLowerCase(Locale.ROOT)
                .strip();
        if (text.contains("person") || text.equals("p")) {
            return ListedParty.Type.INDIVIDUAL;
        }
        return text.contains("enterprise") || text.equals("e") ? ListedParty.Type.ENTITY : ListedParty.Type.UNKNOWN;
    }

    /** The whole name; with the surname apart where its parts are told and make up the whole. */
    static @Nullable String name(
            ListedParty.Type type,
            @Nullable String whole,
            @Nullable String last,
            @Nullable String first,
            @Nullable String middle) {
        String given = PartyDraft.join(" ", first, middle);
        boolean apart = type != ListedParty.Type.ENTITY && PartyDraft.clean(last) != null && given != null;
        String parted = apart ? PartyDraft.join(", ", last, given) : null;
        String known = PartyDraft.clean(whole);
        if (known == null) {
            return parted == null ? PartyDraft.join(" ", given, last) : parted;
        }
        // The comma is the one character that the parts have and the whole does not.
        return parted != null && parted.length() - 1 == known.length() ? parted : known;
    }

    /** A country; {@code 00} is the EU's word for none. */
    static @Nullable String country(@Nullable String code, @Nullable String description) {
        String known = "00".equals(code) ? null : Countries.code(code);
        return known == null ? Countries.code(description) : known;
    }

    /** A date of birth: whole, in parts, or between two years; an estimate where it is marked so. */
    static @Nullable String birth(
            @Nullable String date,
            @Nullable String year,
            @Nullable String month,
            @Nullable String day,
            @Nullable String fromYear,
            @Nullable String toYear,
            @Nullable String circa) {
        String read = Births.read(date);
        if (read == null && year != null && year.length() == 4) {
            read = Births.read(part(day, "dd") + "/" + part(month, "mm") + "/" + year);
        }
        if (read == null) {
            read = Births.span(Births.read(fromYear), Births.read(toYear));
        }
        return "true".equalsIgnoreCase(circa) ? Births.around(read) : read;
    }

    private static String part(@Nullable String number, String open) {
        return number == null || !number.matches("[1-9]\\d?") ? open : number;
    }
}
