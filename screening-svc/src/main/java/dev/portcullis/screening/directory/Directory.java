package dev.portcullis.screening.directory;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.LoadedEdition;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks entries up in the editions of one screener. An answer is the same for as long as they are, so that it can be read in pages. Work for
 * a thread of its own: all entries are looked through.
 */
public final class Directory {
    /** Entries of an answer; what lies behind is found by saying more. */
    public static final int MOST = 10_000;

    /** Letters of a part of a name. */
    private static final int SHORTEST_PART = 3;

    private final Screener screener;

    public Directory(Screener screener) {
        this.screener = screener;
    }

    /** All wanted entries, in the order of the lists, at most {@value #MOST}. */
    public List<Listed> all(Wanted wanted) {
        List<Listed> found = new ArrayList<>();
        for (LoadedEdition edition : screener.editions()) {
            for (ListedParty entry : edition.entries()) {
                if (found.size() < MOST && wanted.holds(entry)) {
                    found.add(listed(edition, entry, null));
                }
            }
        }
        return found;
    }

    /**
     * Wanted entries that a name is like, best first, as a screening finds them; behind them those of which a name holds it as it is written.
     *
     * @param name a name that {@link Subject#fault} has nothing against
     */
    public List<Listed> named(String name, Wanted wanted, Instant now) {
        Finding finding = screener.screen(new Subject(name, List.of(), null), entry -> !wanted.holds(entry), now);
        Map<String, Finding.Hit> hits = new HashMap<>();
        finding.hits().forEach(hit -> hits.put(hit.list() + ":" + hit.entryId(), hit));
        Map<String, Listed> alike = new HashMap<>();
        List<Listed> holding = new ArrayList<>();
        String part = name.strip();
        for (LoadedEdition edition : screener.editions()) {
            for (ListedParty entry : edition.entries()) {
                Finding.Hit hit = hits.get(entry.list() + ":" + entry.id());
                if (hit != null) {
                    alike.putIfAbsent(entry.list() + ":" + entry.id(), listed(edition, entry, hit));
                } else if (holding.size() < MOST && holds(entry, part) && wanted.holds(entry)) {
                    holding.add(listed(edition, entry, null));
                }
            }
        }
        List<Listed> found = new ArrayList<>();
        finding.hits().forEach(hit -> found.add(alike.get(hit.list() + ":" + hit.entryId())));
        found.addAll(holding);
        return found;
    }

    /** An entry by its list and id. */
    public Optional<Listed> entry(String list, String id) {
        for (LoadedEdition edition : screener.editions()) {
            for (ListedParty entry : edition.entries()) {
                if (entry.id().equals(id) && entry.list().equals(list)) {
                    return Optional.of(listed(edition, entry, null));
                }
            }
        }
        return Optional.empty();
    }

    private static Listed listed(LoadedEdition edition, ListedParty entry, Finding.@Nullable Hit hit) {
        return new Listed(entry, edition.edition().source(), edition.edition().id(), hit);
    }

    private static boolean holds(ListedParty entry, String part) {
        if (part.length() < SHORTEST_PART) {
            return false;
        }
        if (holds(entry.name(), part)) {
            return true;
        }
        for (Alias alias : entry.aliases()) {
            if (holds(alias.name(), part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String name, String part) {
        for (int i = 0; i <= name.length() - part.length(); i++) {
            if (name.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
