package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parties of an advanced file, put together from the tables that come before them and the entries that come after. Reference values are
 * found by their names, never by their numbers, which are OFAC's own.
 */
final class OfacAdvancedParties {
    private static final Set<String> RECORDS =
            Set.of("DateOfIssue", "Location", "IDRegDocument", "DistinctParty", "SanctionsEntry");

    private final Limits limits;
    private final boolean consolidated;
    private final Entries entries;
    private final Map<String, Map<String, String>> references = new HashMap<>();
    private final Map<String, String> partyTypes = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, List<Document>> documents = new HashMap<>();
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Map<String, List<String>> programs = new HashMap<>();
    private @Nullable LocalDate published;

    OfacAdvancedParties(Limits limits, boolean consolidated) {
        this.limits = limits;
        this.consolidated = consolidated;
        this.entries = new Entries(limits);
    }

    private record Place(@Nullable String address, @Nullable String country) {}

    private record Document(
            @Nullable String type,
            @Nullable String number,
            @Nullable String country) {}

    /** A party, until its programs are known. */
    private record Party(long row, @Nullable String profile, PartyDraft draft) {}

    /** Whether an element is read as a record. */
    static boolean isRecord(String name) {
        return RECORDS.contains(name) || name.endsWith("Values");
    }

    void take(long row, XmlElement element) {
        switch (element.name()) {
            case "DateOfIssue" -> published = date(element);
            case "Location" -> place(element);
            case "IDRegDocument" -> document(element);
            case "DistinctParty" -> party(row, element);
            case "SanctionsEntry" -> entry(element);
            default -> reference(element);
        }
    }

    ListFile file(long repaired) {
        for (Party party : parties.values()) {
            List<String> named =
                    party.profile() == null ? List.of() : programs.getOrDefault(party.profile(), List.of());
            named.forEach(party.draft()::program);
            entries.add(party.row(), party.draft().list(consolidated ? OfacLists.consolidated(named) : OfacLists.SDN));
        }
        return entries.file(published, repaired);
    }

    private void reference(XmlElement table) {
        for (XmlElement value : table.elements()) {
            String id = value.attribute("ID");
            String text = value.text();
            if (id != null && text != null) {
                references
                        .computeIfAbsent(value.name(), ignored -> new HashMap<>())
                        .put(id, text);
            }
            String type = value.attribute("PartyTypeID");
            if (id != null && type != null) {
                partyTypes.put(id, type);
            }
        }
    }

    private @Nullable String value(String kind, @Nullable String id) {
        return id == null ? null : references.getOrDefault(kind, Map.of()).get(id);
    }

    private void place(XmlElement location) {
        String id = location.attribute("ID");
        if (id == null) {
            return;
        }
        String country = location.all("LocationCountry").stream()
                .map(element -> value("Country", element.attribute("CountryID")))
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
        List<String> parts = new ArrayList<>(location.texts("LocationPart", "LocationPartValue", "Value"));
        String area = location.all("LocationAreaCode").stream()
                .map(element -> value("AreaCode", element.attribute("AreaCodeID")))
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
        if (country != null) {
            parts.add(country);
        }
        places.put(id, new Place(String.join(", ", parts), country == null ? area : country));
    }

    private void document(XmlElement document) {
        String identity = document.attribute("IdentityID");
        if (identity != null) {
            documents
                    .computeIfAbsent(identity, ignored -> new ArrayList<>())
                    .add(new Document(
                            value("IDRegDocType", document.attribute("IDRegDocTypeID")),
                            document.text("IDRegistrationNo"),
                            value("Country", document.attribute("IssuedBy-CountryID"))));
        }
    }

    private void party(long row, XmlElement party) {
        String id = party.attribute("FixedRef");
        XmlElement profile = party.all("Profile").stream().findFirst().orElse(null);
        if (id == null || profile == null) {
            entries.quarantine(row, "the party has no number or no profile");
        } else if (parties.containsKey(id)) {
            entries.quarantine(row, "the id of an earlier row comes again");
        } else {
            PartyDraft draft = draft(id, profile).remark(party.text("Comment"));
            parties.put(id, new Party(row, profile.attribute("ID"), draft));
        }
    }

    private void entry(XmlElement entry) {
        String profile = entry.attribute("ProfileID");
        if (profile == null) {
            return;
        }
        List<String> named = programs.computeIfAbsent(profile, ignored -> new ArrayList<>());
        for (XmlElement measure : entry.all("SanctionsMeasure")) {
            String type = value("SanctionsType", measure.attribute("SanctionsTypeID"));
            String program = measure.text("Comment");
            // A measure names a program in its comment; the other measures say what is done: blocking, or a directive.
            if (program != null && (type == null || type.equalsIgnoreCase("Program"))) {
                named.add(program);
            }
        }
    }

    private PartyDraft draft(String id, XmlElement profile) {
        PartyDraft draft = new PartyDraft(OfacLists.SDN, id).type(type(profile.attribute("PartySubTypeID")));
        for (XmlElement identity : profile.all("Identity")) {
            Map<String, String> groups = groups(identity);
            for (XmlElement alias : identity.all("Alias")) {
                for (XmlElement name : alias.all("DocumentedName")) {
                    name(draft, alias, name, groups);
                }
            }
            String identityId = identity.attribute("ID");
            if (identityId != null) {
                for (Document document : documents.getOrDefault(identityId, List.of())) {
                    OfacLabels.put(draft, document.type(), document.number(), document.country());
                }
            }
        }
        profile.all("Feature").forEach(feature -> feature(draft, feature));
        return draft;
    }

    /** Which part of a name each group of name parts is. */
    private Map<String, String> groups(XmlElement identity) {
        Map<String, String> groups = new HashMap<>();
        for (XmlElement group : identity.all("NamePartGroups", "MasterNamePartGroup", "NamePartGroup")) {
            String id = group.attribute("ID");
            String type = value("NamePartType", group.attribute("NamePartTypeID"));
            if (id != null && type != null) {
                groups.put(id, type.toLowerCase(Locale.ROOT));
            }
        }
        return groups;
    }

    private void name(PartyDraft draft, XmlElement alias, XmlElement name, Map<String, String> groups) {
        List<String> last = new ArrayList<>();
        List<String> others = new ArrayList<>();
        boolean latin = true;
        for (XmlElement part : name.all("DocumentedNamePart", "NamePartValue")) {
            String text = part.text();
            if (text != null) {
                String group = part.attribute("NamePartGroupID");
                (group != null && "last name".equals(groups.get(group)) ? last : others).add(text);
                String script = value("Script", part.attribute("ScriptID"));
                latin &= script == null || script.equalsIgnoreCase("Latin");
            }
        }
        // A surname is set apart as OFAC's other files do it. Other scripts have no such custom and keep the order of
        // the file.
        String text = last.isEmpty() || others.isEmpty() || !latin
                ? inOrder(name)
                : String.join(" ", last) + ", " + String.join(" ", others);
        boolean primary = isTrue(alias.attribute("Primary"));
        if (primary && latin) {
            draft.name(text);
        } else if (isTrue(alias.attribute("LowQuality"))) {
            draft.alias(text, Alias.Kind.WEAK);
        } else {
            String type = value("AliasType", alias.attribute("AliasTypeID"));
            boolean former = type != null && type.toLowerCase(Locale.ROOT).startsWith("f");
            draft.alias(text, former ? Alias.Kind.FORMER : Alias.Kind.STRONG);
        }
    }

    private static @Nullable String inOrder(XmlElement name) {
        return PartyDraft.clean(String.join(" ", name.texts("DocumentedNamePart", "NamePartValue")));
    }

    private void feature(PartyDraft draft, XmlElement feature) {
        String type = value("FeatureType", feature.attribute("FeatureTypeID"));
        if (type == null) {
            return;
        }
        for (XmlElement version : feature.all("FeatureVersion")) {
            for (XmlElement period : version.all("DatePeriod")) {
                OfacLabels.putBirth(draft, type, period(period));
            }
            for (XmlElement detail : version.all("VersionDetail")) {
                String text = detail.text();
                OfacLabels.put(
                        draft,
                        type,
                        text == null ? value("DetailReference", detail.attribute("DetailReferenceID")) : text,
                        null);
            }
            for (XmlElement location : version.all("VersionLocation")) {
                String id = location.attribute("LocationID");
                Place place = id == null ? null : places.get(id);
                if (place != null) {
                    place(draft, type, place);
                }
            }
        }
    }

    private static void place(PartyDraft draft, String type, Place place) {
        if (type.equalsIgnoreCase("Location")) {
            draft.address(place.address()).country(place.country());
        } else if (type.equalsIgnoreCase("Place of Birth")) {
            draft.birthPlace(place.address());
        } else {
            OfacLabels.put(draft, type, place.country(), null);
        }
    }

    /** The years that a period may lie in, or its date where it is one day. */
    private static @Nullable String period(XmlElement period) {
        String from = day(period, "Start", "From");
        String to = day(period, "End", "To");
        if (to == null || to.equals(from)) {
            to = day(period, "Start", "To");
        }
        String start = Births.read(from);
        String end = Births.read(to);
        if (start == null || end == null || start.equals(end)) {
            return start == null ? end : start;
        }
        // A whole year or month is written as its first and last day.
        if (start.endsWith("-01-01") && end.equals(start.substring(0, 4) + "-12-31")) {
            return start.substring(0, 4);
        }
        return start.substring(0, 4).equals(end.substring(0, 4))
                ? (start.substring(0, 7).equals(end.substring(0, 7)) ? start.substring(0, 7) : start.substring(0, 4))
                : Births.span(start, end);
    }

    private static @Nullable String day(XmlElement period, String... path) {
        return period.all(path).stream()
                .findFirst()
                .map(OfacAdvancedParties::iso)
                .orElse(null);
    }

    private static @Nullable String iso(XmlElement date) {
        String year = date.text("Year");
        String month = date.text("Month");
        String day = date.text("Day");
        if (year == null || !year.matches("\\d{4}")) {
            return null;
        }
        String ofMonth =
                month == null || !month.matches("\\d{1,2}") ? "" : "-" + ("0" + month).substring(month.length() - 1);
        String ofDay = ofMonth.isEmpty() || day == null || !day.matches("\\d{1,2}")
                ? ""
                : "-" + ("0" + day).substring(day.length() - 1);
        return year + ofMonth + ofDay;
    }

    private static @Nullable LocalDate date(XmlElement issued) {
        return Published.iso(iso(issued));
    }

    private ListedParty.Type type(@Nullable String subtypeId) {
        String subtype = value("PartySubType", subtypeId);
        String type = subtypeId == null ? null : value("PartyType", partyTypes.get(subtypeId));
        String text = ((subtype == null ? "" : subtype) + " " + (type == null ? "" : type)).toLowerCase(Locale.ROOT);
        if (text.contains("vessel")) {
            return ListedParty.Type.VESSEL;
        }
        if (text.contains("aircraft")) {
            return ListedParty.Type.AIRCRAFT;
        }
        if (text.contains("individual")) {
            return ListedParty.Type.INDIVIDUAL;
        }
        return text.contains("entity") ? ListedParty.Type.ENTITY : ListedParty.Type.UNKNOWN;
    }

    private static boolean isTrue(@Nullable String text) {
        return "true".equalsIgnoreCase(text);
    }
}
