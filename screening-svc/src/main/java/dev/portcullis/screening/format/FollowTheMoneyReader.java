package dev.portcullis.screening.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities of FollowTheMoney, one JSON object a line, as OpenSanctions publishes them: {@code entities.ftm.json}, where addresses,
 * documents and sanctions are entities of their own that refer to their holder, and {@code targets.nested.json}, where they stand within it.
 * Entities that are marked as no target are passed over: they are relatives and owners of those that are.
 */
public final class FollowTheMoneyReader implements ListReader {
    static final String LIST = "FTM";
    private static final Map<String, ListedParty.Type> PARTIES = Map.ofEntries(
            Map.entry("Person", ListedParty.Type.INDIVIDUAL),
            Map.entry("Organization", ListedParty.Type.ENTITY),
            Map.entry("Company", ListedParty.Type.ENTITY),
            Map.entry("PublicBody", ListedParty.Type.ENTITY),
            Map.entry("LegalEntity", ListedParty.Type.UNKNOWN),
            Map.entry("Vessel", ListedParty.Type.VESSEL),
            Map.entry("Airplane", ListedParty.Type.AIRCRAFT));

    /** Properties that hold numbers, and what the numbers are. */
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("imoNumber", Identifier.IMO),
            Map.entry("callSign", Identifier.CALL_SIGN),
            Map.entry("leiCode", Identifier.LEI),
            Map.entry("serialNumber", Identifier.AIRCRAFT),
            Map.entry("mmsi", "MMSI"),
            Map.entry("registrationNumber", "Registration Number"),
            Map.entry("taxNumber", "Tax Number"),
            Map.entry("vatCode", "VAT Number"),
            Map.entry("idNumber", "Identification Number"),
            Map.entry("passportNumber", "Passport"),
            Map.entry("innCode", "INN"),
            Map.entry("ogrnCode", "OGRN"),
            Map.entry("okpoCode", "OKPO"),
            Map.entry("swiftBic", "SWIFT/BIC"),
            Map.entry("dunsCode", "D-U-N-S Number"),
            Map.entry("uniqueEntityId", "Unique Entity ID"),
            Map.entry("uscCode", "Unified Social Credit Code (USCC)"));

    private final Limits limits;

    public FollowTheMoneyReader(Limits limits) {
        this.limits = limits;
    }

    /** What was read so far; what belongs to an entity may come before or after it. */
    private static final class Gathered {
        private final Map<String, Party> parties = new LinkedHashMap<>();
        private final Map<String, Map<?, ?>> addresses = new LinkedHashMap<>();
        private final Map<String, List<Map<?, ?>>> held = new LinkedHashMap<>();
    }

    private record Party(long row, PartyDraft draft, List<String> addresses) {}

    @Override
    public ListFile read(InputStream file) throws IOException {
        Utf8Reader text = new Utf8Reader(new BoundedStream(file, limits.bytes()), false);
        return JsonRecords.read(text, limits, this::read);
    }

    private ListFile read(JsonParser json) throws IOException {
        Entries entries = new Entries(limits);
        Gathered gathered = new Gathered();
        long row = 0;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            row++;
            entries.checkRows(row);
            if (token != JsonToken.START_OBJECT) {
                throw new UnreadableListException("the file is not lines of FollowTheMoney entities");
            }
            if (JsonRecords.value(json, limits) instanceof Map<?, ?> entity) {
                take(gathered, row, entity, entries);
            }
        }
        gathered.parties.forEach((id, party) -> {
            gathered.held.getOrDefault(id, List.of()).forEach(other -> add(party.draft(), other));
            for (String address : party.addresses()) {
                Map<?, ?> properties = gathered.addresses.get(address);
                if (properties != null) {
                    address(party.draft(), properties);
                }
            }
            entries.add(party.row(), party.draft());
        });
        return entries.file(null, 0);
    }

    private static void take(Gathered gathered, long row, Map<?, ?> entity, Entries entries) {
        String id = JsonRecords.text(entity, "id");
        String schema = JsonRecords.text(entity, "schema");
        if (id == null || schema == null || !(entity.get("properties") instanceof Map<?, ?> properties)) {
            entries.quarantine(row, "the entity has no id, schema or properties");
            return;
        }
        ListedParty.Type type = PARTIES.get(schema);
        if (type == null) {
            other(gathered, id, schema, entity, properties);
        } else if (!"false".equals(JsonRecords.text(entity, "target"))) {
            if (gathered.parties.containsKey(id)) {
                entries.quarantine(row, "the id of an earlier row comes again");
            } else {
                gathered.parties.put(id, party(row, id, type, entity, properties));
            }
        }
    }

    private static void other(Gathered gathered, String id, String schema, Map<?, ?> entity, Map<?, ?> properties) {
        switch (schema) {
            case "Address" -> gathered.addresses.put(id, properties);
            case "Passport", "Identification" ->
                JsonRecords.texts(properties, "holder").forEach(holder -> hold(gathered, holder, entity));
            case "Sanction" -> JsonRecords.texts(properties, "entity").forEach(of -> hold(gathered, of, entity));
            default -> {
                // Relations between parties, which are no parties.
            }
        }
    }

    private static void hold(Gathered gathered, String holder, Map<?, ?> entity) {
        gathered.held.computeIfAbsent(holder, ignored -> new ArrayList<>(1)).add(entity);
    }

    private static Party party(long row, String id, ListedParty.Type type, Map<?, ?> entity, Map<?, ?> properties) {
        PartyDraft draft = new PartyDraft(LIST, id).type(type).name(JsonRecords.text(entity, "caption"));
        JsonRecords.texts(properties, "name").forEach(draft::name);
        JsonRecords.texts(properties, "alias").forEach(name -> draft.alias(name, Alias.Kind.STRONG));
        JsonRecords.texts(properties, "abbreviation").forEach(name -> draft.alias(name, Alias.Kind.WEAK));
        JsonRecords.texts(properties, "weakAlias").forEach(name -> draft.alias(name, Alias.Kind.WEAK));
        JsonRecords.texts(properties, "previousName").forEach(name -> draft.alias(name, Alias.Kind.FORMER));
        for (String born : List.of("birthDate", "incorporationDate", "buildDate")) {
            JsonRecords.texts(properties, born).forEach(draft::birth);
        }
        JsonRecords.texts(properties, "birthPlace").forEach(draft::birthPlace);
        for (String of : List.of("nationality", "citizenship", "flag", "jurisdiction")) {
            JsonRecords.texts(properties, of).forEach(draft::nationality);
        }
        for (String in : List.of("country", "mainCountry", "jurisdiction")) {
            JsonRecords.texts(properties, in).forEach(draft::country);
        }
        JsonRecords.texts(properties, "address").forEach(draft::address);
        JsonRecords.texts(properties, "program").forEach(draft::program);
        JsonRecords.texts(properties, "programId").forEach(draft::program);
        JsonRecords.texts(properties, "notes").forEach(draft::remark);
        NUMBERS.forEach((property, label) -> {
            String what =
                    property.equals("serialNumber") && type != ListedParty.Type.AIRCRAFT ? "Serial Number" : label;
            JsonRecords.texts(properties, property).forEach(number -> number(draft, what, number));
        });
        List<String> datasets = JsonRecords.texts(entity, "datasets");
        draft.remark(datasets.isEmpty() ? null : "Datasets: " + String.join(", ", datasets) + ".");
        for (String within :
                List.of("identificationEntity", "passportEntity", "sanctions", "sanctionEntity", "addressEntity")) {
            for (Object value : JsonRecords.list(properties.get(within))) {
                if (value instanceof Map<?, ?> nested) {
                    add(draft, nested);
                }
            }
        }
        return new Party(row, draft, JsonRecords.texts(properties, "addressEntity"));
    }

    private static void number(PartyDraft draft, String label, String number) {
        if (label.equals(Identifier.IMO)) {
            OfacLabels.putDocument(draft, "IMO number", number, null);
        } else {
            draft.identifier(label, number, null);
        }
    }

    /** Adds an entity that belongs to a party. */
    private static void add(PartyDraft draft, Map<?, ?> entity) {
        if (!(entity.get("properties") instanceof Map<?, ?> properties)) {
            return;
        }
        String schema = JsonRecords.text(entity, "schema");
        switch (schema == null ? "" : schema) {
            case "Passport", "Identification" -> {
                String type = JsonRecords.texts(properties, "type").stream()
                        .findFirst()
                        .orElse(schema);
                String country = JsonRecords.texts(properties, "country").stream()
                        .findFirst()
                        .orElse(null);
                JsonRecords.texts(properties, "number").forEach(number -> draft.identifier(type, number, country));
            }
            case "Sanction" -> {
                JsonRecords.texts(properties, "program").forEach(draft::program);
                JsonRecords.texts(properties, "programId").forEach(draft::program);
                draft.source(JsonRecords.texts(properties, "sourceUrl").stream()
                        .findFirst()
                        .orElse(null));
            }
            case "Address" -> address(draft, properties);
            default -> {
                // It says nothing of the party itself.
            }
        }
    }

    private static void address(PartyDraft draft, Map<?, ?> properties) {
        List<String> full = JsonRecords.texts(properties, "full");
        if (full.isEmpty()) {
            draft.address(
                    first(properties, "street"),
                    first(properties, "city"),
                    first(properties, "region"),
                    first(properties, "postalCode"),
                    first(properties, "country"));
        } else {
            full.forEach(draft::address);
        }
        JsonRecords.texts(properties, "country").forEach(draft::country);
    }

    private static @Nullable String first(Map<?, ?> properties, String name) {
        return JsonRecords.texts(properties, name).stream().findFirst().orElse(null);
    }
}
