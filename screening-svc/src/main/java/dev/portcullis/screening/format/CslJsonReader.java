package dev.portcullis.screening.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON file of the Consolidated Screening List as trade.gov publishes it: {@code results} with the fields of the CSV file, lists
 * where that has semicolons, addresses and documents in parts.
 */
public final class CslJsonReader implements ListReader {
    private final Limits limits;

    public CslJsonReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        Utf8Reader text = new Utf8Reader(new BoundedStream(file, limits.bytes()), false);
        return JsonRecords.read(text, limits, this::read);
    }

    private ListFile read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableListException("the file is not the JSON of the Consolidated Screening List");
        }
        Entries entries = new Entries(limits);
        LocalDate published = null;
        boolean found = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("results") && value == JsonToken.START_ARRAY) {
                found = true;
                readResults(json, entries);
            } else if (field.equals("search_performed_at")) {
                published = Published.iso(JsonRecords.text(JsonRecords.value(json, limits)));
            } else {
                json.skipChildren();
            }
        }
        if (!found) {
            throw new UnreadableListException(
                    "the file is not the JSON of the Consolidated Screening List: it has no results");
        }
        return entries.file(published, 0);
    }

    private void readResults(JsonParser json, Entries entries) throws IOException {
        for (long row = 1; json.nextToken() != JsonToken.END_ARRAY; row++) {
            entries.checkRows(row);
            Object value = JsonRecords.value(json, limits);
            if (value instanceof Map<?, ?> result) {
                entries.add(row, () -> draft(result).build(limits));
            } else {
                entries.quarantine(row, "the result is no object");
            }
        }
    }

    private static PartyDraft draft(Map<?, ?> result) {
        String id = JsonRecords.text(result, "id");
        PartyDraft draft = CslFields.draft(
                required(result, "source"),
                id == null ? required(result, "_id") : id,
                JsonRecords.text(result, "entity_number"));
        draft.type(CslFields.type(JsonRecords.text(result, "type")))
                .name(JsonRecords.text(result, "name"))
                .reference(JsonRecords.text(result, "federal_register_notice"))
                .license(JsonRecords.text(result, "license_requirement"), JsonRecords.text(result, "license_policy"))
                .remark(JsonRecords.text(result, "remarks"))
                .source(JsonRecords.text(result, "source_list_url"))
                .identifier(Identifier.CALL_SIGN, JsonRecords.text(result, "call_sign"), null)
                .nationality(JsonRecords.text(result, "vessel_flag"));
        for (String alias : texts(result, "alt_names")) {
            draft.alias(CslFields.alias(alias), Alias.Kind.STRONG);
        }
        texts(result, "programs").forEach(draft::program);
        texts(result, "dates_of_birth").forEach(draft::birth);
        texts(result, "places_of_birth").forEach(draft::birthPlace);
        texts(result, "nationalities").forEach(draft::nationality);
        texts(result, "citizenships").forEach(draft::nationality);
        JsonRecords.list(result.get("addresses")).forEach(address -> address(draft, address));
        JsonRecords.list(result.get("ids")).forEach(document -> identifier(draft, document));
        OfacRemarks.readNames(draft, JsonRecords.text(result, "remarks"));
        return draft;
    }

    private static void address(PartyDraft draft, Object value) {
        if (value instanceof Map<?, ?> parts) {
            String country = JsonRecords.text(parts, "country");
            draft.country(country)
                    .address(
                            JsonRecords.text(parts, "address"),
                            JsonRecords.text(parts, "city"),
                            JsonRecords.text(parts, "state"),
                            JsonRecords.text(parts, "postal_code"),
                            country);
        }
    }

    private static void identifier(PartyDraft draft, Object value) {
        if (value instanceof Map<?, ?> parts) {
            OfacLabels.put(
                    draft,
                    JsonRecords.text(parts, "type"),
                    JsonRecords.text(parts, "number"),
                    JsonRecords.text(parts, "country"));
        }
    }

    private static List<String> texts(Map<?, ?> result, String field) {
        return JsonRecords.texts(result, field).stream()
                .flatMap(text -> CslFields.values(text).stream())
                .toList();
    }

    private static String required(Map<?, ?> result, String field) {
        String text = JsonRecords.text(result, field);
        if (text == null) {
            throw new IllegalArgumentException("the result has no " + field);
        }
        return text;
    }
}
