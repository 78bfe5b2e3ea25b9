package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists of the Bureau of Industry and Security from the XML of the eCFR: Supplements No. 4 (Entity List), No. 6 (Unverified List) and
 * No. 7 (Military End-User List) to 15 CFR Part 744, tables of country, entity and Federal Register citation, the first also of license
 * requirement and review policy. A country stands in the first of its rows only. The lists have no ids; an entry's id is made of its list,
 * country and name.
 */
public final class BisSupplementReader implements ListReader {
    private static final Map<String, String> LISTS = Map.of("4", "EL", "6", "UVL", "7", "MEU");
    private static final Pattern SUPPLEMENT =
            Pattern.compile("Supplement No\\. ([467]) to Part 744", Pattern.CASE_INSENSITIVE);
    private static final Pattern SKIPPED = Pattern.compile(
            "\\[Reserved\\]\\.?|Subordinate institutions?:?|Affiliated entities:?|The following .*subordinate.*:",
            Pattern.CASE_INSENSITIVE);
    static final Set<String> ROOTS = Set.of("ECFR", "DIV1", "DIV3", "DIV4", "DIV5", "DLPSTEXTCLASS");
    private static final List<String> BREAKS = List.of("BR", "br", "P", "p", "FP", "LI");
    private static final String SOURCE = "https://www.ecfr.gov/current/title-15/part-744";

    private final Limits limits;

    public BisSupplementReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ListFile read(InputStream file) throws IOException {
        Entries entries = new Entries(limits);
        int[] supplements = new int[1];
        long[] row = new long[1];
        Map<String, Integer> same = new HashMap<>();
        long repaired = new XmlRecords(limits, "the eCFR's Part 744", ROOTS::contains, "DIV9"::equals)
                .read(file, false, (number, element) -> {
                    String heading = element.attribute("N");
                    Matcher supplement = SUPPLEMENT.matcher(heading == null ? "" : heading);
                    String list = supplement.matches() ? LISTS.get(supplement.group(1)) : null;
                    if (list != null) {
                        supplements[0]++;
                        row[0] = table(list, element, row[0], entries, same);
                    }
                });
        if (supplements[0] == 0) {
            throw new UnreadableListException("the file does not hold Supplement No. 4, 6 or 7 to 15 CFR Part 744");
        }
        return entries.file(null, repaired);
    }

    private long table(String list, XmlElement supplement, long from, Entries entries, Map<String, Integer> same) {
        int columns = list.equals("EL") ? 5 : 3;
        String country = null;
        long row = from;
        for (XmlElement line : named(supplement, "TR")) {
            List<XmlElement> cells = line.elements().stream()
                    .filter(cell -> cell.name().equalsIgnoreCase("TD"))
                    .toList();
            if (cells.isEmpty()) {
                continue;
            }
            row++;
            if (cells.size() == 1 || cells.size() >= columns - 1) {
                boolean hasCountry = cells.size() != columns - 1;
                String first = hasCountry ? cells.get(0).text() : null;
                country = first == null ? country : first;
            }
            if (cells.size() == columns || cells.size() == columns - 1) {
                entry(list, country, cells.subList(cells.size() - columns + 1, cells.size()), row, entries, same);
            } else if (cells.size() != 1) {
                entries.quarantine(row, "the row has " + cells.size() + " cells, not " + columns);
            }
        }
        return row;
    }

    private void entry(
            String list,
            @Nullable String country,
            List<XmlElement> cells,
            long row,
            Entries entries,
            Map<String, Integer> same) {
        List<String> lines = cells.get(0).lines(BREAKS);
        String text = PartyDraft.clean(String.join(" ", lines));
        if (text == null || SKIPPED.matcher(text).matches()) {
            return;
        }
        entries.add(row, () -> {
            BisName party = BisName.read(lines);
            String id = Digest.id(list.toLowerCase(Locale.ROOT), country, party.name());
            int again = same.merge(id, 1, Integer::sum);
            PartyDraft draft = new PartyDraft(list, again == 1 ? id : id + "-" + again)
                    .name(party.name())
                    .address(party.address())
                    .country(country)
                    .source(SOURCE);
            party.aliases().forEach(draft::alias);
            String citation = cells.get(cells.size() - 1).text();
            draft.reference(citation == null ? null : citation.replaceFirst("\\.$", ""));
            if (cells.size() == 4) {
                draft.license(cells.get(1).text(), cells.get(2).text());
            }
            return draft.build(limits);
        });
    }

    private static List<XmlElement> named(XmlElement within, String name) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement element : within.elements()) {
            if (element.name().equalsIgnoreCase(name)) {
                found.add(element);
            } else {
                found.addAll(named(element, name));
            }
        }
        return found;
    }
}
