package dev.portcullis.screening.casefile;

import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.Pair;
import dev.portcullis.screening.cases.Sides;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.Clearance;
import dev.portcullis.screening.screening.Decided;
import dev.portcullis.screening.screening.Exemptions;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Screener;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one party's pairs during one screening of it. It remembers the entries that it is asked about, since a hit names its entry by
 * id only. Not safe for several threads.
 */
final class KnownPairs implements Decided {
    private final Screener screener;
    private final Kept party;
    private final Exemptions others;
    private final LocalDate day;
    private final Map<String, CaseFile> files = new HashMap<>();
    private final Map<String, ListedParty> asked = new HashMap<>();

    KnownPairs(Screener screener, Kept party, List<CaseFile> known, Exemptions others, Instant now) {
        this.screener = screener;
        this.party = party;
        this.others = others;
        this.day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        known.forEach(file -> files.put(key(file.stands().pair()), file));
    }

    static String key(Pair pair) {
        return key(pair.list(), pair.entryId());
    }

    static String key(String list, String entryId) {
        return list + " " + entryId;
    }

    @Nullable
    CaseFile file(String list, String entryId) {
        return files.get(key(list, entryId));
    }

    /** The entry of a hit of this screening. */
    ListedParty entry(Finding.Hit hit) {
        ListedParty entry = asked.get(key(hit.list(), hit.entryId()));
        return entry != null ? entry : screener.entry(hit.list(), hit.entryId()).orElseThrow();
    }

    @Override
    public @Nullable Clearance clearance(ListedParty entry) {
        String key = key(entry.list(), entry.id());
        asked.put(key, entry);
        CaseFile file = files.get(key);
        if (file == null) {
            return others.of(party.subject(), entry, day);
        }
        LocalDate until = file.stands().clearedUntil();
        if (until != null && file.stands().clears(party.side(), Sides.of(entry), day)) {
            return new Clearance(file.id(), until);
        }
        // What two people have found to be the same is not undone by a list of names.
        return file.holds() ? null : others.of(party.subject(), entry, day);
    }

    @Override
    public List<Finding.Hit> confirm(List<Finding.Hit> found) {
        List<Finding.Hit> hits = new ArrayList<>();
        Map<String, CaseFile> missing = new HashMap<>(files);
        missing.values().removeIf(file -> !file.holds());
        for (Finding.Hit hit : found) {
            CaseFile file = file(hit.list(), hit.entryId());
            missing.remove(key(hit.list(), hit.entryId()));
            hits.add(hit.confirmedBy(confirming(file)));
        }
        missing.values().stream().sorted(Comparator.comparing(CaseFile::id)).forEach(file -> {
            Pair pair = file.stands().pair();
            Optional<ListedParty> entry = screener.entry(pair.list(), pair.entryId());
            if (entry.isPresent()) {
                asked.put(key(pair), entry.get());
                hits.add(file.hit().confirmedBy(confirming(file)));
            }
        });
        return hits;
    }

    private static @Nullable String confirming(@Nullable CaseFile file) {
        return file != null && file.stands().state() == Case.State.CONFIRMED ? file.id() : null;
    }
}
