package dev.portcullis.classification.controllist;

import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.classification.rules.RuleBookFile;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * The law in use. A service whose law cannot be read does not start. The shipped edition is always there; imported ones stand beside
 * it, and one of the same issue date takes its place.
 */
@Startup
@ApplicationScoped
public class ControlLists {
    private static final Logger LOG = Logger.getLogger(ControlLists.class);

    private final RuleBook rules = RuleBookFile.shipped();

    /** Read beside the rest of the start, which a megabyte of facts would hold up. */
    private final CompletableFuture<Law> shipped = CompletableFuture.supplyAsync(() -> law(ControlListFile.shipped()))
            .whenComplete((law, failure) -> {
                if (failure != null) {
                    LOG.error("The shipped control list cannot be used; the service ends.", failure);
                    Quarkus.asyncExit(1);
                }
            });

    /** In the order of their issue dates; empty while only the shipped one is known. */
    private volatile List<Law> editions = List.of();

    private List<Law> known() {
        List<Law> known = editions;
        return known.isEmpty() ? List.of(shipped.join()) : known;
    }

    /** The rules of this service, whatever the edition. */
    public RuleBook rules() {
        return rules;
    }

    /** The newest edition with its rules. */
    public Law current() {
        List<Law> known = known();
        return known.get(known.size() - 1);
    }

    /** The edition that was the newest on a day; the oldest one for days before it. */
    public Law asOf(LocalDate day) {
        List<Law> known = known();
        Law found = known.get(0);
        for (Law law : known) {
            if (!law.list().edition().isAfter(day)) {
                found = law;
            }
        }
        return found;
    }

    /** The edition of an issue date. */
    public Optional<ControlList> edition(LocalDate issued) {
        return known().stream()
                .map(Law::list)
                .filter(list -> list.edition().equals(issued))
                .findFirst();
    }

    /** The issue dates, the oldest first. */
    public List<LocalDate> issueDates() {
        return known().stream().map(law -> law.list().edition()).toList();
    }

    /**
     * An edition with the rules of this service.
     *
     * @throws IllegalArgumentException where a rule is of an entry that the edition does not hold
     */
    public Law law(ControlList list) {
        return new Law(list, rules);
    }

    /** Puts the shipped edition and these into use, all at once. */
    public void use(Collection<Law> imported) {
        TreeMap<LocalDate, Law> next = new TreeMap<>();
        Law always = shipped.join();
        next.put(always.list().edition(), always);
        imported.forEach(law -> next.put(law.list().edition(), law));
        editions = List.copyOf(new ArrayList<>(next.values()));
    }
}
