package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML 1.1 of the EU's consolidated financial sanctions: {@code export} with one {@code sanctionEntity} for each party, nearly all in
 * attributes. The file marks no name as the first one; the first strong name is taken for it.
 */
public final class EuXmlReader implements ListReader {
    private final Limits limits;

    public EuXmlReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        Entries entries = new Entries(limits);
        LocalDate[] published = new LocalDate[1];
        long repaired = new XmlRecords(limits, "the EU's list", "export"::equals, "sanctionEntity"::equals)
                .read(file, false, new XmlRecords.Visitor() {
                    @Override
                    public void root(XmlElement element) {
                        published[0] = Published.iso(element.attribute("generationDate"));
                    }

                    @Override
                    public void record(long row, XmlElement element) {
                        entries.add(row, draft(element));
                    }
                });
        return entries.file(published[0], repaired);
    }

    private static PartyDraft draft(XmlElement party) {
        ListedParty.Type type = party.all("subjectType").stream()
                .findFirst()
                .map(subject -> EuFields.type(subject.attribute("code"), subject.attribute("classificationCode")))
                .orElse(ListedParty.Type.UNKNOWN);
        PartyDraft draft = new PartyDraft(EuFields.LIST, party.attribute("logicalId"))
                .type(type)
                .reference(party.attribute("euReferenceNumber"))
                .remark(party.attribute("designationDetails"));
        party.texts("remark").forEach(draft::remark);
        names(draft, party, type);
        for (XmlElement regulation : party.all("regulation")) {
            draft.program(regulation.attribute("programme"));
        }
        for (XmlElement address : party.all("address")) {
            String country =
                    EuFields.country(address.attribute("countryIso2Code"), address.attribute("countryDescription"));
            draft.country(country)
                    .address(
                            address.attribute("street"),
                            poBox(address.attribute("poBox")),
                            address.attribute("zipCode"),
                            address.attribute("city"),
                            address.attribute("region"),
                            country);
        }
        for (XmlElement birth : party.all("birthdate")) {
            draft.birthText(EuFields.birth(
                            birth.attribute("birthdate"),
                            birth.attribute("year"),
                            birth.attribute("monthOfYear"),
                            birth.attribute("dayOfMonth"),
                            birth.attribute("yearRangeFrom"),
                            birth.attribute("yearRangeTo"),
                            birth.attribute("circa")))
                    .birthPlace(
                            birth.attribute("place"),
                            birth.attribute("city"),
                            birth.attribute("region"),
                            EuFields.country(
                                    birth.attribute("countryIso2Code"), birth.attribute("countryDescription")));
        }
        for (XmlElement citizenship : party.all("citizenship")) {
            draft.nationality(EuFields.country(
                    citizenship.attribute("countryIso2Code"), citizenship.attribute("countryDescription")));
        }
        party.all("identification").forEach(document -> identifier(draft, document));
        return draft;
    }

    private static void names(PartyDraft draft, XmlElement party, ListedParty.Type type) {
        for (XmlElement alias : party.all("nameAlias")) {
            String name = EuFields.name(
                    type,
                    alias.attribute("wholeName"),
                    alias.attribute("lastName"),
                    alias.attribute("firstName"),
                    alias.attribute("middleName"));
            if ("false".equalsIgnoreCase(alias.attribute("strong"))) {
                draft.alias(name, Alias.Kind.WEAK);
            } else {
                draft.name(name);
            }
        }
    }

    private static void identifier(PartyDraft draft, XmlElement document) {
        String description = document.attribute("identificationTypeDescription");
        String type = description == null ? document.attribute("identificationTypeCode") : description;
        String latin = document.attribute("latinNumber");
        OfacLabels.putDocument(
                draft,
                type,
                latin == null ? document.attribute("number") : latin,
                EuFields.country(document.attribute("countryIso2Code"), document.attribute("countryDescription")));
    }

    private static @Nullable String poBox(@Nullable String box) {
        return box == null || box.toLowerCase(Locale.ROOT).contains("box") ? box : "P.O. Box " + box;
    }
}
