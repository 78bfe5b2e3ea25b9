package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the consolidated list of the United Nations Security Council: individuals and entities with names in up to four parts, names in their
 * original script, and aliases of good and low quality. Files were seen that declare UTF-8 and hold Latin-1; such bytes are read as what they
 * were meant to be, and counted.
 */
public final class UnXmlReader implements ListReader {
    static final String LIST = "UN";
    private static final Set<String> RECORDS = Set.of("INDIVIDUAL", "ENTITY");

    private final Limits limits;

    public UnXmlReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        Entries entries = new Entries(limits);
        LocalDate[] published = new LocalDate[1];
        long repaired = new XmlRecords(
                        limits, "the UN's CONSOLIDATED_LIST", "CONSOLIDATED_LIST"::equals, RECORDS::contains)
                .read(file, true, new XmlRecords.Visitor() {
                    @Override
                    public void root(XmlElement element) {
                        published[0] = Published.iso(element.attribute("dateGenerated"));
                    }

                    @Override
                    public void record(long row, XmlElement element) {
                        entries.add(row, draft(element));
                    }
                });
        return entries.file(published[0], repaired);
    }

    private static PartyDraft draft(XmlElement party) {
        boolean person = party.name().equals("INDIVIDUAL");
        PartyDraft draft = new PartyDraft(LIST, party.text("DATAID"))
                .type(person ? ListedParty.Type.INDIVIDUAL : ListedParty.Type.ENTITY)
                .name(PartyDraft.join(
                        " ",
                        party.text("FIRST_NAME"),
                        party.text("SECOND_NAME"),
                        party.text("THIRD_NAME"),
                        party.text("FOURTH_NAME")))
                .program(party.text("UN_LIST_TYPE"))
                .reference(party.text("REFERENCE_NUMBER"))
                .remark(party.text("COMMENTS1"));
        party.texts("NAME_ORIGINAL_SCRIPT").forEach(name -> aliases(draft, name, Alias.Kind.STRONG));
        String of = person ? "INDIVIDUAL_" : "ENTITY_";
        for (XmlElement alias : party.all(of + "ALIAS")) {
            String name = alias.text("ALIAS_NAME");
            if (name != null) {
                aliases(draft, name, kind(alias.text("QUALITY")));
            }
        }
        for (XmlElement address : party.all(of + "ADDRESS")) {
            String country = address.text("COUNTRY");
            draft.country(country)
                    .address(
                            address.text("STREET"),
                            address.text("CITY"),
                            address.text("STATE_PROVINCE"),
                            address.text("ZIP_CODE"),
                            country);
        }
        party.texts("NATIONALITY", "VALUE").forEach(draft::nationality);
        party.all("INDIVIDUAL_DATE_OF_BIRTH").forEach(birth -> birth(draft, birth));
        for (XmlElement place : party.all("INDIVIDUAL_PLACE_OF_BIRTH")) {
            draft.birthPlace(
                    place.text("STREET"), place.text("CITY"), place.text("STATE_PROVINCE"), place.text("COUNTRY"));
        }
        for (XmlElement document : party.all("INDIVIDUAL_DOCUMENT")) {
            String type = document.text("TYPE_OF_DOCUMENT");
            String country = document.text("ISSUING_COUNTRY");
            draft.identifier(
                    type == null ? document.text("TYPE_OF_DOCUMENT2") : type,
                    document.text("NUMBER"),
                    country == null ? document.text("COUNTRY_OF_ISSUE") : country);
        }
        return draft;
    }

    private static void birth(PartyDraft draft, XmlElement birth) {
        String from = Births.read(birth.text("FROM_YEAR"));
        String to = Births.read(birth.text("TO_YEAR"));
        String date = Births.read(birth.text("DATE"));
        if (date == null) {
            date = Births.read(birth.text("YEAR"));
        }
        if (date == null) {
            date = Births.span(from, to);
        }
        boolean estimate = "APPROXIMATELY".equalsIgnoreCase(birth.text("TYPE_OF_DATE"));
        draft.birthText(estimate ? Births.around(date) : date);
    }

    private static void aliases(PartyDraft draft, String text, Alias.Kind kind) {
        NamesInText.read(text).forEach(name -> draft.alias(name, kind));
    }

    private static Alias.Kind kind(@Nullable String quality) {
        return switch (quality == null ? "" : quality.toLowerCase(Locale.ROOT)) {
            case "low" -> Alias.Kind.WEAK;
            case "f.k.a." -> Alias.Kind.FORMER;
            default -> Alias.Kind.STRONG;
        };
    }
}
