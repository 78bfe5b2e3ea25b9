package dev.portcullis.personnel.intake;

import dev.portcullis.personnel.intake.DeltaFile.Line;
import dev.portcullis.personnel.intake.FileView.LineView;
import dev.portcullis.personnel.intake.Intake.Feed;
import dev.portcullis.personnel.intake.Intake.MovedException;
import dev.portcullis.personnel.intake.Intake.Result;
import dev.portcullis.personnel.privacy.KeyService;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.transaction.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Applies delta files line by line, each in a transaction of its own. What was done is kept every hundred lines; where it breaks off, the
 * same file goes on behind that, and lines that were applied already change nothing. Nothing of the file is kept.
 */
@ApplicationScoped
public class DeltaFiles {
    private static final int STEP = 100;
    private static final int TRIES = 5;
    private static final String COLUMNS = """
            id, feed, state, dry_run, lines, done_lines, created, changed, unchanged, refused, started_by, started_at, touched_at""";
    private static final String START = """
            insert into intake_file (id, feed, digest, state, dry_run, lines, done_lines, started_by, started_at, touched_at)
            values (:id, :feed, :digest, 'RUNNING', :dry, :lines, 0, :by, :now, :now)
            on conflict do nothing""";
    private static final String FIND =
            "select " + COLUMNS + " from intake_file where feed = :feed and digest = :digest and not dry_run";
    private static final String GET = "select " + COLUMNS + " from intake_file where id = :id";
    private static final String PAGE =
            "select " + COLUMNS + " from intake_file where id > :after order by id limit :limit";
    private static final String PROGRESS = """
            update intake_file set done_lines = :done, created = created + :created, changed = changed + :changed,
                unchanged = unchanged + :unchanged, refused = refused + :refused, touched_at = :now,
                state = case when :done = lines then 'DONE' else 'RUNNING' end
            where id = :id and done_lines = :before""";
    private static final String LINE = """
            insert into intake_line (file_id, line, outcome, person_id, reason)
            values (:file, :line, :outcome, cast(:person as text), :reason) on conflict do nothing""";
    private static final String LINES = """
            select line, outcome, person_id, reason from intake_line where file_id = :file and line > :after
            order by line limit :limit""";

    @Inject
    Intake intake;

    @Inject
    KeyService keys;

    @Inject
    Transactions transactions;

    /**
     * Applies a file; must not be called from an event loop.
     *
     * @throws dev.portcullis.platform.rows.UnreadableFileException where it cannot be applied as a whole; nothing of it was then
     */
    FileView apply(Feed feed, byte[] file, String by) {
        int lines = DeltaFile.read(file, feed.mapping(), line -> {});
        byte[] digest = keys.lookup("intake-file", digest(file));
        FileView started = transactions.run(() -> start(feed, digest, lines, by));
        if (started.state() == FileView.State.DONE) {
            return started;
        }
        Progress progress = new Progress(started.id(), started.doneLines());
        DeltaFile.read(file, feed.mapping(), line -> {
            if (progress.isNext()) {
                progress.add(line.number(), result(feed, line));
                if (progress.isFull()) {
                    keep(progress);
                }
            }
        });
        keep(progress);
        return transactions.read(() -> get(started.id()));
    }

    Uni<FileView> get(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GET, Object[].class)
                        .setParameter("id", id)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problems.notFound("intake file", id))
                        .map(DeltaFiles::view));
    }

    Uni<List<FileView>> page(@Nullable String after, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("limit", limit)
                        .getResultList()
                        .map(rows -> rows.stream().map(DeltaFiles::view).toList()));
    }

    Uni<List<LineView>> lines(String id, int after, int limit) {
        return get(id).chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(LINES, Object[].class)
                        .setParameter("file", id)
                        .setParameter("after", after)
                        .setParameter("limit", limit)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new LineView(
                                        ((Number) row[0]).intValue(),
                                        Outcome.valueOf((String) row[1]),
                                        (String) row[2],
                                        (String) row[3]))
                                .toList()));
    }

    private Uni<FileView> start(Feed feed, byte[] digest, int lines, String by) {
        String id = Ids.next("itf");
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(START)
                        .setParameter("id", id)
                        .setParameter("feed", feed.source())
                        .setParameter("digest", digest)
                        .setParameter("dry", feed.dryRun())
                        .setParameter("lines", lines)
                        .setParameter("by", by)
                        .setParameter("now", Instant.now())
                        .executeUpdate()
                        .chain(made -> made == 1
                                ? get(id)
                                : session.createNativeQuery(FIND, Object[].class)
                                        .setParameter("feed", feed.source())
                                        .setParameter("digest", digest)
                                        .getSingleResult()
                                        .map(DeltaFiles::view)));
    }

    private Result result(Feed feed, Line line) {
        Map<String, @Nullable String> record = line.record();
        if (record == null) {
            return await(() -> intake.refuse(feed, "NOT_A_LINE"));
        }
        for (int i = 1; ; i++) {
            try {
                return await(() -> intake.apply(feed, record));
            } catch (MovedException e) {
                if (i == TRIES) {
                    throw Problems.busy();
                }
            }
        }
    }

    private void keep(Progress progress) {
        transactions.run(() -> Panache.getSession().chain(session -> {
            Uni<?> all = Uni.createFrom().voidItem();
            for (Done done : progress.done) {
                if (done.result().outcome() != Outcome.UNCHANGED) {
                    all = all.chain(() -> line(session, progress.file, done));
                }
            }
            int reached = progress.before + progress.done.size();
            return all.chain(() -> session.createNativeQuery(PROGRESS)
                            .setParameter("id", progress.file)
                            .setParameter("before", progress.before)
                            .setParameter("done", reached)
                            .setParameter("created", progress.count(Outcome.CREATED))
                            .setParameter("changed", progress.count(Outcome.CHANGED))
                            .setParameter("unchanged", progress.count(Outcome.UNCHANGED))
                            .setParameter("refused", progress.count(Outcome.REFUSED))
                            .setParameter("now", Instant.now())
                            .executeUpdate())
                    .map(kept -> {
                        if (kept == 0) {
                            throw Problems.conflict("The same file is being applied by another request.");
                        }
                        return reached;
                    });
        }));
        progress.kept();
    }

    private static Uni<Integer> line(Mutiny.Session session, String file, Done done) {
        return session.createNativeQuery(LINE)
                .setParameter("file", file)
                .setParameter("line", done.line())
                .setParameter("outcome", done.result().outcome().name())
                .setParameter("person", done.result().personId())
                .setParameter("reason", done.result().reason())
                .executeUpdate();
    }

    private static <T> T await(java.util.function.Supplier<Uni<T>> work) {
        try {
            return Objects.requireNonNull(VertxContextSupport.subscribeAndAwait(work));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a line could not be applied", e);
        }
    }

    private static String digest(byte[] file) {
        MessageDigest digest = Sha256.start();
        return HexFormat.of().formatHex(digest.digest(file));
    }

    private static FileView view(Object[] row) {
        return new FileView(
                (String) row[0],
                (String) row[1],
                FileView.State.valueOf((String) row[2]),
                (Boolean) row[3],
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]),
                number(row[9]),
                (String) row[10],
                time(row[11]),
                time(row[12]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static Instant time(Object value) {
        return value instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) value;
    }

    /** A line and what became of it. */
    private record Done(int line, Result result) {}

    /** What was done since it was kept last. */
    private static final class Progress {
        private final String file;
        private final List<Done> done = new ArrayList<>();
        private int before;
        private int seen;

        Progress(String file, int before) {
            this.file = file;
            this.before = before;
        }

        /** Whether the next line was not done before. */
        boolean isNext() {
            return ++seen > before;
        }

        void add(int line, Result result) {
            done.add(new Done(line, result));
        }

        boolean isFull() {
            return done.size() == STEP;
        }

        int count(Outcome outcome) {
            Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
            done.forEach(one -> counts.merge(one.result().outcome(), 1, Integer::sum));
            return counts.getOrDefault(outcome, 0);
        }

        void kept() {
            before += done.size();
            done.clear();
            seen = before;
        }

        @Override
        public String toString() {
            return "Progress" + Arrays.asList(file, before);
        }
    }
}
