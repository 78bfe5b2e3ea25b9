package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Denied Persons List (15 CFR Part 764) as the Bureau of Industry and Security publishes it: a header, fields between tabs, a row for
 * each address. The file has no ids; an entry's id is made of what the order says, so that it stays the same from edition to edition.
 */
public final class DeniedPersonsReader implements ListReader {
    static final String LIST = "DPL";
    private static final Set<String> REQUIRED = Set.of("name", "street_address", "country", "effective_date");

    /** Postal codes of the states, the District of Columbia and the territories. */
    private static final Set<String> STATES = Set.of(
            "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
            "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH",
            "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "PR", "GU", "VI",
            "AS", "MP");

    private final Limits limits;

    public DeniedPersonsReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        return Csv.read(file, limits, '\t', true, this::read);
    }

    private ListFile read(Csv.Rows text) {
        Iterator<CSVRecord> rows = text.rows();
        if (!rows.hasNext()) {
            throw new UnreadableListException("the file is empty");
        }
        CSVRecord header = rows.next();
        Map<String, Integer> columns = Csv.columns(header, "the Denied Persons List", REQUIRED);
        Entries entries = new Entries(limits);
        Map<String, Integer> same = new HashMap<>();
        LocalDate[] newest = new LocalDate[1];
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            entries.add(row.getRecordNumber(), () -> {
                Csv.Row fields = new Csv.Row(row, columns);
                fields.checkWidth(header.size());
                ListedParty entry = draft(fields, same).build(limits);
                newest[0] = later(newest[0], Published.iso(fields.text("last_update")));
                return entry;
            });
        }
        // The file does not say when it was made; it is no older than its newest change.
        return entries.file(newest[0], text.repaired());
    }

    private static PartyDraft draft(Csv.Row row, Map<String, Integer> same) {
        String name = row.required("name");
        String country = row.text("country");
        String state = row.text("state");
        String id = Digest.id("dpl", name, row.text("street_address"), row.text("city"), row.text("effective_date"));
        int again = same.merge(id, 1, Integer::sum);
        return new PartyDraft(LIST, again == 1 ? id : id + "-" + again)
                .name(name)
                .address(row.text("street_address"), row.text("city"), state, row.text("postal_code"), country)
                // Orders against persons in the United States often leave the country out and never the state.
                .country(country == null && isState(state) ? "US" : country)
                .reference(row.text("fr_citation"))
                .remark(period(row.text("effective_date"), row.text("expiration_date")))
                .remark("N".equals(row.text("standard_order")) ? "The order is not a standard one." : null);
    }

    private static boolean isState(@Nullable String state) {
        return state != null && STATES.contains(state);
    }

    private static @Nullable String period(@Nullable String from, @Nullable String to) {
        LocalDate begin = Published.american(from);
        LocalDate end = Published.american(to);
        if (begin == null) {
            return null;
        }
        return end == null
                ? "Order effective from " + begin + "."
                : "Order effective from " + begin + " to " + end + ".";
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
