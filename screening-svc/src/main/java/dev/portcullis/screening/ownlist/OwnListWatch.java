package dev.portcullis.screening.ownlist;

import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.format.ListSource;
import dev.portcullis.screening.imports.ListImport;
import dev.portcullis.screening.imports.ReceivedFile;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.Editions;
import dev.portcullis.screening.screening.Offload;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes the entries that are in force today the current edition of their source, as soon as they are others than those of the present one: after
 * a step, when a first or a last day comes, and after a crash.
 */
@ApplicationScoped
public class OwnListWatch {
    private static final Logger LOG = Logger.getLogger(OwnListWatch.class);
    private static final ListSource SOURCE = ListSource.COMPANY_ENTRIES;
    private static final String SENDER = "screening-svc";

    @Inject
    OwnEntries entries;

    @Inject
    Editions editions;

    @Inject
    ListImport imports;

    @Inject
    Offload offload;

    @Scheduled(every = "${portcullis.screening.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return follow().onFailure()
                .invoke(e -> LOG.warnf("the company's own entries are looked at again later: %s", e));
    }

    /** Takes in a new edition where there is one to take in. Must be called from a Vert.x context, outside a transaction. */
    Uni<Void> follow() {
        return Panache.withSession(this::next)
                .chain(next ->
                        next.map(this::take).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** The file that is to be taken in; nothing where the present edition holds the same, or both are empty. */
    private Uni<Optional<String>> next() {
        return text().chain(text -> editions.currentEdition(SOURCE.id())
                .map(present -> isPresent(present, text) ? Optional.empty() : Optional.of(text)));
    }

    private static boolean isPresent(Optional<Edition> present, String text) {
        return present.map(edition -> edition.digest().equals(Sha256.of(text)))
                .orElseGet(() -> text.equals(OwnFile.of(List.of())));
    }

    private Uni<String> text() {
        return entries.inForce(LocalDate.now(ZoneOffset.UTC)).map(OwnFile::of);
    }

    /** Between writing the file and taking it in somebody may have taken a step: then it is written anew. */
    private Uni<Void> take(String text) {
        return offload.cpu(() -> read(text))
                .chain(file -> imports.takeMade(file, SENDER, () -> text().map(text::equals)));
    }

    private static ReceivedFile read(String text) {
        try {
            return ReceivedFile.read(SOURCE, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory do not break off", e);
        }
    }
}
