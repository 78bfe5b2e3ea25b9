package dev.portcullis.screening.screening;

import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.list.ListedParty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Screens many subjects at once on all processors, against the editions of one screener. What a call may cost is bounded: its time, and the
 * hits that are held in memory until it is answered.
 */
@ApplicationScoped
public class Screenings {
    /** Hits of one call. */
    static final int MOST_HITS = 20_000;

    /** Subjects that are screened without a look at the clock. */
    private static final int STEP = 16;

    /** Calls of more subjects wait for none and share the processors with few. */
    private static final int MANY = 500;

    private final Semaphore turn = new Semaphore(4);
    private final int processors = Runtime.getRuntime().availableProcessors();

    @Inject
    Offload offload;

    /** The longest that a call may take. */
    @Inject
    @ConfigProperty(name = "portcullis.screening.call-time")
    Duration callTime;

    /**
     * The findings of subjects, in their order. Must be called from a Vert.x context.
     *
     * @param known what people have decided of their names
     * @param threshold at least the profile's, at most 1
     */
    public Uni<List<Finding>> screen(
            Screener screener, List<Subject> subjects, Exemptions known, double threshold, Instant now) {
        return screen(screener, subjects, known, entry -> false, threshold, now);
    }

    /**
     * The same, of which entries are left out that the caller does not want.
     *
     * @param leftOut those entries, for all subjects
     */
    public Uni<List<Finding>> screen(
            Screener screener,
            List<Subject> subjects,
            Exemptions known,
            Predicate<ListedParty> leftOut,
            double threshold,
            Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return screen(
                subjects, subject -> screener.screen(subject, known.decided(subject, day), leftOut, threshold, now));
    }

    private Uni<List<Finding>> screen(List<Subject> subjects, Function<Subject, Finding> screening) {
        Call call = new Call(subjects, screening);
        if (subjects.size() <= MANY) {
            return run(call);
        }
        if (!turn.tryAcquire()) {
            return Uni.createFrom().failure(Problems.busy());
        }
        return run(call).onTermination().invoke(turn::release);
    }

    private Uni<List<Finding>> run(Call call) {
        int workers = Math.max(1, Math.min(processors, call.subjects.size() / STEP));
        return Uni.join()
                .all(IntStream.range(0, workers)
                        .mapToObj(ignored -> offload.cpu(call::work))
                        .toList())
                .andFailFast()
                .map(done -> Arrays.asList(call.findings));
    }

    /** A call's subjects, which its workers share. */
    private final class Call {
        private final List<Subject> subjects;
        private final Function<Subject, Finding> screening;
        private final Finding[] findings;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger hits = new AtomicInteger();
        private final long start = System.nanoTime();

        Call(List<Subject> subjects, Function<Subject, Finding> screening) {
            this.subjects = subjects;
            this.screening = screening;
            this.findings = new Finding[subjects.size()];
        }

        /** Takes subjects until there are none left; true at the end. */
        boolean work() {
            for (int from = next.getAndAdd(STEP); from < findings.length; from = next.getAndAdd(STEP)) {
                for (int i = from; i < Math.min(from + STEP, findings.length); i++) {
                    findings[i] = screening.apply(subjects.get(i));
                    hits.addAndGet(findings[i].hits().size());
                }
                if (hits.get() > MOST_HITS) {
                    next.set(findings.length);
                    throw Problems.unprocessable(
                            "/subjects",
                            "have more than " + MOST_HITS + " hits together: send fewer at once, or a file to"
                                    + " /v1/screening-batches");
                }
                if (System.nanoTime() - start > callTime.toNanos()) {
                    next.set(findings.length);
                    throw Problems.unprocessable(
                            "/subjects",
                            "take longer than " + callTime.toSeconds() + " s: send fewer at once, or a file to"
                                    + " /v1/screening-batches");
                }
            }
            return true;
        }
    }
}
