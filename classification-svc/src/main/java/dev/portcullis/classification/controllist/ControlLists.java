package dev.portcullis.classification.controllist;

import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.classification.rules.RuleBookFile;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The law in use: editions of the control list, and the rules that are shipped or that the company keeps itself. A service whose law cannot be read does not start. The shipped edition is always there; imported ones stand beside
 * it, and one of the same issue date takes its place.
 */
@Startup
@ApplicationScoped
public class ControlLists {
    private static final Logger LOG = Logger.getLogger(ControlLists.class);

    private final RuleBook rules;
    private final String rulesDigest;
    private final CompletableFuture<Law> shipped;

    /** In the order of their issue dates; empty while only the shipped one is known. */
    private volatile List<Law> editions = List.of();

    /**
     * Reads the law.
     *
     * @param directory of the company's own edition of the rules, in the place of the shipped one
     * @throws UncheckedIOException where that holds no rules or they contradict themselves
     */
    @Inject
    public ControlLists(@ConfigProperty(name = "portcullis.classification.rules") Optional<Path> directory) {
        if (directory.isPresent()) {
            try {
                RulesDirectory own = new RulesDirectory(directory.get());
                rules = RuleBookFile.read(own);
                rulesDigest = RuleBookFile.digest(own);
                LOG.infof("The rules are those of %s, SHA-256 %s.", directory.get(), rulesDigest);
            } catch (IOException e) {
                throw new UncheckedIOException(directory.get() + " holds no rules: " + e.getMessage(), e);
            }
        } else {
            rules = RuleBookFile.shipped();
            rulesDigest = RuleBookFile.shippedDigest();
        }
        // Beside the rest of the start, which a megabyte of facts would hold up.
        shipped = CompletableFuture.supplyAsync(() -> law(ControlListFile.shipped()))
                .whenComplete((law, failure) -> {
                    if (failure != null) {
                        LOG.error("The shipped control list cannot be used with the rules; the service ends.", failure);
                        Quarkus.asyncExit(1);
                    }
                });
    }

    private List<Law> known() {
        List<Law> known = editions;
        return known.isEmpty() ? List.of(shipped.join()) : known;
    }

    /** The rules of this service, whatever the edition. */
    public RuleBook rules() {
        return rules;
    }

    /** SHA-256 over the files of these rules, in small hexadecimal digits. */
    public String rulesDigest() {
        return rulesDigest;
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
