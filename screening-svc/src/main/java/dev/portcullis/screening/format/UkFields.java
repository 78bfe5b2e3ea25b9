package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the CSV and the XML of the UK Sanctions List have in common. */
final class UkFields {
    static final String LIST = "UK";

    /** A primary name, in whatever case; "Primary name variation" is an alias. */
    private static final Pattern PRIMARY = Pattern.compile("primary name", Pattern.CASE_INSENSITIVE);

    private UkFields() {}

    static ListedParty.Type type(@Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "individual" -> ListedParty.Type.INDIVIDUAL;
            case "entity" -> ListedParty.Type.ENTITY;
            case "ship" -> ListedParty.Type.VESSEL;
            default -> ListedParty.Type.UNKNOWN;
        };
    }

    /**
     * Puts a name. Name 6 is the surname, or the whole name of what is no person; names 1 to 5 stand before it.
     *
     * @param kind the type of the name: primary, a variation of it, or an alias
     * @param strength the quality of an alias
     */
    static void name(
            PartyDraft draft,
            @Nullable String surname,
            @Nullable String given,
            @Nullable String kind,
            @Nullable String strength) {
        String name = PartyDraft.clean(surname) == null
                ? given
                : draft.type() == ListedParty.Type.INDIVIDUAL
                        ? PartyDraft.join(", ", surname, given)
                        : PartyDraft.join(" ", given, surname);
        String what = kind == null ? "" : kind.strip();
        if (PRIMARY.matcher(what).matches()) {
            draft.name(name);
            return;
        }
        String quality = (what + " " + (strength == null ? "" : strength)).toLowerCase(Locale.ROOT);
        draft.alias(
                name,
                quality.contains("low quality")
                        ? Alias.Kind.WEAK
                        : quality.contains("f.k.a") || quality.contains("formerly") || quality.contains("previous")
                                ? Alias.Kind.FORMER
                                : Alias.Kind.STRONG);
    }

    /** Nationalities and numbers may stand together in one field. */
    static void nationalities(PartyDraft draft, @Nullable String text) {
        PartyDraft.split(text, "[;|/]").forEach(draft::nationality);
    }

    static void imo(PartyDraft draft, @Nullable String text) {
        PartyDraft.split(text, "[;|,]").forEach(number -> OfacLabels.putDocument(draft, "IMO number", number, null));
    }

    static void documents(PartyDraft draft, String type, @Nullable String text) {
        PartyDraft.split(text, "[;|]").forEach(number -> OfacLabels.putDocument(draft, type, number, null));
    }
}
