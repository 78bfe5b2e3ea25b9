package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Set;

/** Reads the XML of the UK Sanctions List: {@code Designations} with one {@code Designation} for each person, entity or ship. */
public final class UkXmlReader implements ListReader {
    private static final Set<String> RECORDS = Set.of("Designation", "DateGenerated");

    private final Limits limits;

    public UkXmlReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        Entries entries = new Entries(limits);
        LocalDate[] published = new LocalDate[1];
        long repaired = new XmlRecords(limits, "the UK Sanctions List", "Designations"::equals, RECORDS::contains)
                .read(file, false, (row, record) -> {
                    if (record.name().equals("DateGenerated")) {
                        published[0] = Published.european(record.text());
                    } else {
                        entries.add(row, draft(record));
                    }
                });
        return entries.file(published[0], repaired);
    }

    private static PartyDraft draft(XmlElement party) {
        PartyDraft draft = new PartyDraft(UkFields.LIST, party.text("UniqueID"))
                .type(UkFields.type(party.text("IndividualEntityShip")))
                .program(party.text("RegimeName"))
                .reference(party.text("UNReferenceNumber"))
                .remark(party.text("OtherInformation"))
                .remark(party.text("UKStatementofReasons"));
        for (XmlElement name : party.all("Names", "Name")) {
            UkFields.name(
                    draft,
                    name.text("Name6"),
                    PartyDraft.join(
                            " ",
                            name.text("Name1"),
                            name.text("Name2"),
                            name.text("Name3"),
                            name.text("Name4"),
                            name.text("Name5")),
                    name.text("NameType"),
                    name.text("AliasStrength"));
        }
        party.texts("NonLatinNames", "NonLatinName", "NameNonLatinScript")
                .forEach(name -> draft.alias(name, Alias.Kind.STRONG));
        for (XmlElement address : party.all("Addresses", "Address")) {
            String country = address.text("AddressCountry");
            draft.country(country)
                    .address(
                            address.text("AddressLine1"),
                            address.text("AddressLine2"),
                            address.text("AddressLine3"),
                            address.text("AddressLine4"),
                            address.text("AddressLine5"),
                            address.text("AddressLine6"),
                            address.text("AddressPostalCode"),
                            country);
        }
        party.all("IndividualDetails", "Individual").forEach(person -> person(draft, person));
        party.texts("EntityDetails", "Entity", "BusinessRegistrationNumbers", "BusinessRegistrationNumber")
                .forEach(number -> UkFields.documents(draft, "Business Registration Number", number));
        party.all("ShipDetails", "Ship").forEach(ship -> ship(draft, ship));
        return draft;
    }

    private static void person(PartyDraft draft, XmlElement person) {
        person.texts("DOBs", "DOB").forEach(draft::birth);
        for (XmlElement place : person.all("BirthDetails", "Location")) {
            draft.birthPlace(place.text("TownOfBirth"), place.text("CountryOfBirth"));
        }
        person.texts("Nationalities", "Nationality").forEach(text -> UkFields.nationalities(draft, text));
        person.texts("PassportDetails", "Passport", "PassportNumber")
                .forEach(number -> UkFields.documents(draft, "Passport", number));
        person.texts("NationalIdentifierDetails", "NationalIdentifier", "NationalIdentifierNumber")
                .forEach(number -> UkFields.documents(draft, "National Identifier", number));
    }

    private static void ship(PartyDraft draft, XmlElement ship) {
        ship.texts("IMONumbers", "IMONumber").forEach(number -> UkFields.imo(draft, number));
        ship.texts("CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip")
                .forEach(flag -> UkFields.nationalities(draft, flag));
        ship.texts("HullIdentificationNumbers", "HullIdentificationNumber")
                .forEach(number -> UkFields.documents(draft, "Hull Identification Number", number));
        ship.texts("YearsBuilt", "YearBuilt").forEach(draft::birth);
    }
}
