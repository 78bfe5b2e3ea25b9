package dev.portcullis.licensing.record;

import dev.portcullis.licensing.application.Applications;
import dev.portcullis.licensing.application.FiledApplication;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.Determinations;
import dev.portcullis.licensing.decision.Disclosure;
import dev.portcullis.licensing.explain.Explanations;
import dev.portcullis.licensing.release.ReleaseRow;
import dev.portcullis.licensing.release.Releases;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.ledger.Ledger;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers all about one transaction. */
@ApplicationScoped
public class Archives {
    /** A determination is applied for a few times at the most. */
    private static final int MOST_APPLICATIONS = 50;

    @Inject
    Records records;

    @Inject
    Releases releases;

    @Inject
    Determinations determinations;

    @Inject
    Applications applications;

    @Inject
    Explanations explanations;

    @Inject
    Ledger ledger;

    private record Stored(
            WholeRecord whole, byte[] release, byte[] determination, List<FiledApplication> applications) {}

    /** All about a release; 404 where there is none that was permitted. */
    Uni<Bundle> of(String releaseId, Instant now) {
        return Panache.withSession(() -> stored(releaseId, now)).chain(stored -> {
            Determination determination = stored.whole().release().determination();
            return explanations.of(determination.id(), Disclosure.WHOLE, now).chain(explained -> {
                List<Map<String, String>> proved = new ArrayList<>();
                TreeSet<Long> entries = new TreeSet<>();
                prove(proved, entries, stored);
                return ledger.evidence(entries)
                        .map(evidence -> new Bundle(
                                stored.whole(),
                                stored.release(),
                                stored.determination(),
                                explained,
                                stored.applications(),
                                evidence,
                                proved));
            });
        });
    }

    private Uni<Stored> stored(String releaseId, Instant now) {
        return records.get(releaseId, now)
                .chain(whole -> releases.findById(releaseId)
                        .chain(release -> determinations
                                .findById(whole.release().determination().id())
                                .chain(determination -> applications
                                        .filed(whole.release().determination().id(), MOST_APPLICATIONS, now)
                                        .map(filed ->
                                                new Stored(whole, bytes(release), determination.answer, filed)))));
    }

    private static byte[] bytes(@Nullable ReleaseRow release) {
        if (release == null) {
            throw Problems.conflict("The record was deleted meanwhile.");
        }
        return release.answer;
    }

    private static void prove(List<Map<String, String>> proved, TreeSet<Long> entries, Stored stored) {
        WholeRecord whole = stored.whole();
        proof(proved, entries, "release.json", whole.releaseEntry(), Sha256.of(stored.release()));
        proof(proved, entries, "determination.json", whole.determinationEntry(), Sha256.of(stored.determination()));
        Long license = whole.licenseEntry();
        if (license != null) {
            proof(proved, entries, "the draw on the license", license, null);
        }
        Long record = stored.whole().view().ledgerEntryId();
        if (record != null) {
            proof(proved, entries, "what was told of the shipment", record, null);
        }
        for (FiledApplication application : stored.applications()) {
            proof(
                    proved,
                    entries,
                    "applications/" + application.id() + "-steps.json",
                    application.ledgerEntryId(),
                    Sha256.of(application.bodyBytes()));
            if (application.approved()) {
                proof(
                        proved,
                        entries,
                        "applications/" + application.id() + ".json",
                        application.ledgerEntryId(),
                        Sha256.of(application.packageBytes()));
            }
        }
    }

    private static void proof(
            List<Map<String, String>> proved, TreeSet<Long> entries, String what, long entry, @Nullable String sha256) {
        entries.add(entry);
        proved.add(
                sha256 == null
                        ? Map.of("what", what, "entry", Long.toString(entry))
                        : Map.of("what", what, "entry", Long.toString(entry), "sha256", sha256));
    }
}
