package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code SDN.XML} and {@code CONSOLIDATED.XML} of the Office of Foreign Assets Control: {@code sdnList} with one {@code sdnEntry} for each
 * party, its aliases strong or weak.
 */
public final class OfacXmlReader implements ListReader {
    private static final Set<String> RECORDS = Set.of("sdnEntry", "publshInformation");

    private final Limits limits;
    private final boolean consolidated;

    /**
     * A reader.
     *
     * @param consolidated whether it is the file of the lists that are not the SDN list
     */
    public OfacXmlReader(Limits limits, boolean consolidated) {
        this.limits = limits;
        this.consolidated = consolidated;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        Entries entries = new Entries(limits);
        LocalDate[] published = new LocalDate[1];
        long repaired = new XmlRecords(limits, "OFAC's sdnList", "sdnList"::equals, RECORDS::contains)
                .read(file, false, (row, record) -> {
                    if (record.name().equals("publshInformation")) {
                        published[0] = Published.american(record.text("Publish_Date"));
                    } else {
                        entries.add(row, draft(record));
                    }
                });
        return entries.file(published[0], repaired);
    }

    private PartyDraft draft(XmlElement entry) {
        List<String> programs = entry.texts("programList", "program");
        PartyDraft draft = new PartyDraft(
                        consolidated ? OfacLists.consolidated(programs) : OfacLists.SDN, entry.text("uid"))
                .type(OfacLists.type(entry.text("sdnType")))
                .name(name(entry))
                .remark(entry.text("remarks"));
        programs.forEach(draft::program);
        for (XmlElement aka : entry.all("akaList", "aka")) {
            draft.alias(name(aka), kind(aka.text("category"), aka.text("type")));
        }
        for (XmlElement address : entry.all("addressList", "address")) {
            String country = address.text("country");
            draft.country(country)
                    .address(
                            address.text("address1"),
                            address.text("address2"),
                            address.text("address3"),
                            address.text("city"),
                            address.text("stateOrProvince"),
                            address.text("postalCode"),
                            country);
        }
        for (XmlElement id : entry.all("idList", "id")) {
            OfacLabels.put(draft, id.text("idType"), id.text("idNumber"), id.text("idCountry"));
        }
        entry.texts("dateOfBirthList", "dateOfBirthItem", "dateOfBirth").forEach(draft::birth);
        entry.texts("placeOfBirthList", "placeOfBirthItem", "placeOfBirth").forEach(draft::birthPlace);
        entry.texts("nationalityList", "nationality", "country").forEach(draft::nationality);
        entry.texts("citizenshipList", "citizenship", "country").forEach(draft::nationality);
        for (XmlElement vessel : entry.all("vesselInfo")) {
            draft.identifier(Identifier.CALL_SIGN, vessel.text("callSign"), null)
                    .nationality(vessel.text("vesselFlag"));
        }
        OfacRemarks.readNames(draft, entry.text("remarks"));
        return draft;
    }

    private static @Nullable String name(XmlElement named) {
        return PartyDraft.join(", ", named.text("lastName"), named.text("firstName"));
    }

    private static Alias.Kind kind(@Nullable String category, @Nullable String type) {
        if (category != null && category.equalsIgnoreCase("weak")) {
            return Alias.Kind.WEAK;
        }
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("f") ? Alias.Kind.FORMER : Alias.Kind.STRONG;
    }
}
