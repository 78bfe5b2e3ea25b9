package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The four legacy files of one of OFAC's lists, put together by the numbers of the parties. The files have no header, write nothing as
 * {@code -0-} and may end with the byte 0x1A. Weak aliases, births, nationalities and documents stand in Remarks, which go on in the comments
 * where they are longer than 1,000 characters.
 */
final class OfacLegacyParts {
    private static final String NOTHING = "-0-";

    private final Limits limits;
    private final boolean consolidated;
    private final Entries entries;
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Map<String, String> comments = new HashMap<>();
    private long repaired;

    OfacLegacyParts(Limits limits, boolean consolidated) {
        this.limits = limits;
        this.consolidated = consolidated;
        this.entries = new Entries(limits);
    }

    /** One of the files. */
    enum Part {
        NAMES(12),
        ADDRESSES(6),
        ALTERNATES(5),
        COMMENTS(2);

        private final int fields;

        Part(int fields) {
            this.fields = fields;
        }

        /** The part by the name of a file, in whatever folder; nothing where it is none. */
        static @Nullable Part of(String path, boolean consolidated) {
            String file = path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
            return switch (file) {
                case "SDN.CSV" -> consolidated ? null : NAMES;
                case "ADD.CSV" -> consolidated ? null : ADDRESSES;
                case "ALT.CSV" -> consolidated ? null : ALTERNATES;
                case "SDN_COMMENTS.CSV" -> consolidated ? null : COMMENTS;
                case "CONS_PRIM.CSV" -> consolidated ? NAMES : null;
                case "CONS_ADD.CSV" -> consolidated ? ADDRESSES : null;
                case "CONS_ALT.CSV" -> consolidated ? ALTERNATES : null;
                case "CONS_COMMENTS.CSV" -> consolidated ? COMMENTS : null;
                default -> null;
            };
        }

        String what() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the files say of a party; the row of its name may come after the others. */
    private static final class Party {
        private @Nullable CSVRecord named;
        private final List<CSVRecord> addresses = new ArrayList<>(1);
        private final List<CSVRecord> alternates = new ArrayList<>(1);
    }

    /** Reads one of the files to its end. */
    void read(Part part, InputStream file) throws IOException {
        repaired += Csv.read(file, limits, ',', true, text -> {
            Iterator<CSVRecord> rows = text.rows();
            while (rows.hasNext()) {
                CSVRecord row = rows.next();
                entries.checkRows(row.getRecordNumber());
                if (!isEnd(row)) {
                    take(part, row);
                }
            }
            return text.repaired();
        });
    }

    /** All parties, once the files were read. */
    ListFile file() {
        for (Party party : parties.values()) {
            CSVRecord named = party.named;
            if (named == null) {
                party.addresses.forEach(row -> stray(Part.ADDRESSES, row));
                party.alternates.forEach(row -> stray(Part.ALTERNATES, row));
            } else {
                entries.add(named.getRecordNumber(), () -> draft(named, party).build(limits));
            }
        }
        return entries.file(null, repaired);
    }

    private void stray(Part part, CSVRecord row) {
        entries.quarantine(row.getRecordNumber(), "the row of " + part.what() + " belongs to no party");
    }

    private void take(Part part, CSVRecord row) {
        if (row.size() != part.fields) {
            entries.quarantine(
                    row.getRecordNumber(),
                    "the row of " + part.what() + " has " + row.size() + " fields, not " + part.fields);
            return;
        }
        String number = text(row, 0);
        if (number == null) {
            entries.quarantine(row.getRecordNumber(), "the row of " + part.what() + " has no number");
            return;
        }
        if (part == Part.COMMENTS) {
            comments.merge(number, row.get(1), String::concat);
            return;
        }
        Party party = parties.computeIfAbsent(number, ignored -> new Party());
        switch (part) {
            case ADDRESSES -> party.addresses.add(row);
            case ALTERNATES -> party.alternates.add(row);
            default -> {
                if (party.named == null) {
                    party.named = row;
                } else {
                    entries.quarantine(row.getRecordNumber(), "the id of an earlier row comes again");
                }
            }
        }
    }

    private PartyDraft draft(CSVRecord named, Party party) {
        // Several programs stand as "SDGT] [SYRIA".
        List<String> programs = PartyDraft.split(text(named, 3), "\\]\\s*\\[").stream()
                .map(program -> program.replaceAll("[\\[\\]]", "").strip())
                .toList();
        String number = text(named, 0);
        PartyDraft draft = new PartyDraft(consolidated ? OfacLists.consolidated(programs) : OfacLists.SDN, number)
                .type(OfacLists.type(text(named, 2)))
                .name(text(named, 1))
                .identifier(Identifier.CALL_SIGN, text(named, 5), null)
                .nationality(text(named, 9));
        programs.forEach(draft::program);
        for (CSVRecord row : party.alternates) {
            draft.alias(text(row, 3), "fka".equalsIgnoreCase(text(row, 2)) ? Alias.Kind.FORMER : Alias.Kind.STRONG);
        }
        for (CSVRecord row : party.addresses) {
            draft.address(text(row, 2), text(row, 3), text(row, 4)).country(text(row, 4));
        }
        String remarks = text(named, 11);
        // Remarks are cut off at 1,000 characters, within a word where it falls so.
        String rest = number == null ? null : comments.get(number);
        OfacRemarks.read(draft, rest == null ? remarks : (remarks == null ? "" : remarks) + rest);
        return draft;
    }

    private static @Nullable String text(CSVRecord row, int field) {
        String text = PartyDraft.clean(row.get(field));
        return text == null || text.equals(NOTHING) || text.equals("-0") ? null : text;
    }

    private static boolean isEnd(CSVRecord row) {
        return row.size() == 1 && (row.get(0).isBlank() || row.get(0).equals("\u001A"));
    }
}
