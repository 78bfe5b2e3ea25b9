package dev.portcullis.screening.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.pulse.Steps;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.ExemptionSource;
import dev.portcullis.screening.screening.Offload;
import dev.portcullis.screening.screening.Screener;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Screens what was received, a chunk a transaction: after a crash it goes on behind the last chunk, and several replicas share the work.
 *
 * <p>Invariant: the results of a chunk come from one set of editions and one state of the good-guy list, which were still current when they were
 * stored. Where an import or a decision came between, the chunk is screened again.
 */
@ApplicationScoped
public class BatchWorker {
    private static final Logger LOG = Logger.getLogger(BatchWorker.class);

    /** Chunks in one go; the next go follows within moments. */
    private static final int MOST = 500;

    @Inject
    Batches batches;

    @Inject
    Chunks chunks;

    @Inject
    Results results;

    @Inject
    CurrentLists lists;

    @Inject
    ExemptionSource exemptions;

    @Inject
    Offload offload;

    @Inject
    ObjectMapper json;

    @Inject
    BatchSettings settings;

    @Inject
    BatchMetrics metrics;

    @Scheduled(every = "${portcullis.screening.batch.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Steps.whileMore(this::step, MOST).onFailure().recoverWithUni(failure -> {
            LOG.warnf("batches are screened later: %s", failure);
            return Uni.createFrom().voidItem();
        });
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return Panache.withTransaction(
                        () -> batches.removeAbandoned().chain(() -> batches.removeOver(settings.retention())))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("old batches are removed later: %s", failure);
                    return Uni.createFrom().voidItem();
                });
    }

    /** Screens the next chunk, or ends a batch; false where there is nothing to do. */
    private Uni<Boolean> step() {
        Optional<Screener> current = lists.latest();
        if (current.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return lists.inStep(() -> {
                    Screener screener = lists.latest().orElseThrow();
                    return Panache.withTransaction(() -> chunks.due()
                            .chain(chunk -> chunk == null
                                    ? Uni.createFrom().item(false)
                                    : screen(chunk, screener).replaceWith(true)));
                })
                .chain(more -> more ? Uni.createFrom().item(true) : end());
    }

    private Uni<Void> screen(Chunks.Due chunk, Screener screener) {
        return exemptions
                .mark()
                .chain(mark -> results(chunk, screener)
                        .call(() -> lists.held().invoke(held -> {
                            if (held.isEmpty() || !held.get().id().equals(screener.id())) {
                                throw new CurrentLists.OutOfStepException();
                            }
                        }))
                        .call(() -> exemptions.mark().invoke(now -> {
                            if (!mark.equals(now)) {
                                throw new CurrentLists.OutOfStepException();
                            }
                        })))
                .chain(screened -> chunks.screened(chunk, screener, screened)
                        .invoke(stored -> metrics.screened(stored ? screened : null)))
                .replaceWithVoid();
    }

    private Uni<ScreenedChunk> results(Chunks.Due chunk, Screener screener) {
        return offload.cpu(() -> new ChunkScreening(json, screener, chunk.input(), chunk.threshold(), Instant.now()))
                .chain(work -> exemptions
                        .of(work.subjects())
                        .chain(known -> Uni.join()
                                .all(IntStream.range(0, threads())
                                        .mapToObj(ignored -> offload.cpu(() -> work.work(known)))
                                        .toList())
                                .andFailFast()
                                .map(done -> work.screened())));
    }

    private int threads() {
        return settings.threads() > 0
                ? settings.threads()
                : Runtime.getRuntime().availableProcessors();
    }

    private Uni<Boolean> end() {
        return Panache.withSession(batches::complete)
                .chain(id -> id == null
                        ? Uni.createFrom().item(false)
                        : offload.cpu(() -> results.digest(id))
                                .chain(digest -> Panache.withTransaction(() -> end(id, digest)))
                                .replaceWith(true));
    }

    private Uni<Void> end(String id, String digest) {
        return batches.lock(id).chain(row -> {
            if (!row.state.isOpen()) {
                return Uni.createFrom().voidItem();
            }
            row.resultSha256 = digest;
            return batches.move(row, BatchState.DONE, row.createdBy).replaceWithVoid();
        });
    }
}
