package dev.portcullis.benchmarks.draws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Draws in quantity and value with a tolerance, some over two licenses and some sent twice, by several clients at the same time, while the
 * service and its database are killed at random moments. In the end the history of each license is replayed in a sequential model that knows
 * sums alone: every movement must be one that the model allows, every draw that was answered must stand once, every one that was refused must
 * stand nowhere and must not fit what is left.
 */
final class DrawTruth {
    private static final int LICENSES = 40;
    private static final int TOGETHER = 250;
    private static final int CLIENTS = 4;
    private static final int MOST_VALUE = 90;
    private static final int MOST_QUANTITY = 4;
    private static final int EXCESS = 10;
    private static final long SEED = 20261129;

    private final int draws;
    private final int units;
    private final int value;
    private final byte[] first;
    private final byte[] second;
    private final byte[] quantity;
    private final byte[] worth;
    private final BitSet moved = new BitSet();
    private final BitSet refused = new BitSet();

    DrawTruth(int draws) {
        this.draws = draws;
        // Room for about two in three of those that ask; some licenses run out of units first, some of value.
        this.units = Math.max(50, (int) (draws * 1.7 / LICENSES));
        this.value = Math.max(900, (int) (draws * 30L / LICENSES));
        this.first = new byte[draws];
        this.second = new byte[draws];
        this.quantity = new byte[draws];
        this.worth = new byte[draws];
        Random random = new Random(SEED);
        for (int i = 0; i < draws; i++) {
            // One license in four draws is the same, which is hot.
            first[i] = (byte) (random.nextInt(4) == 0 ? 0 : random.nextInt(LICENSES));
            int other = random.nextInt(10) == 0 ? random.nextInt(LICENSES) : -1;
            second[i] = (byte) (other == first[i] ? -1 : other);
            quantity[i] = (byte) (1 + random.nextInt(MOST_QUANTITY));
            worth[i] = (byte) (1 + random.nextInt(MOST_VALUE));
        }
    }

    /** What was done, and how long it took. */
    record Done(int moved, int refused, int serviceKilled, int databaseKilled, double seconds) {}

    Done run(LocalStack stack) throws Exception {
        Client client = new Client(stack);
        for (int i = 0; i < LICENSES; i++) {
            client.record("T" + i, units, value, EXCESS);
        }
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger next = new AtomicInteger();
        Random random = new Random(SEED + 1);
        int serviceKilled = 0;
        int databaseKilled = 0;
        long start = System.nanoTime();
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                Callable<Void> work = () -> {
                    work(client, next, new Random(SEED + 2 + number));
                    return null;
                };
                running.add(clients.submit(work));
            }
            while (!allDone(running, 3_000 + random.nextInt(12_000))) {
                if (random.nextInt(3) == 0) {
                    stack.postgreSql().kill();
                    Thread.sleep(random.nextInt(500));
                    stack.postgreSql().start();
                    databaseKilled++;
                } else {
                    stack.service(Service.LICENSING).kill();
                    Thread.sleep(random.nextInt(500));
                    stack.service(Service.LICENSING).start();
                    serviceKilled++;
                }
            }
        } finally {
            clients.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        try (Connection database = DriverManager.getConnection(
                stack.postgreSql().jdbcUrl(Service.LICENSING.database()),
                Service.LICENSING.database(),
                stack.postgreSql().password(Service.LICENSING.database()))) {
            database.setAutoCommit(false);
            verify(database);
        }
        if (moved.cardinality() + refused.cardinality() != draws || moved.intersects(refused)) {
            throw new IllegalStateException("not every draw has one answer");
        }
        return new Done(moved.cardinality(), refused.cardinality(), serviceKilled, databaseKilled, seconds);
    }

    private static boolean allDone(List<Future<Void>> running, int millis)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + millis * 1_000_000L;
        for (Future<Void> one : running) {
            try {
                one.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException goesOn) {
                return false;
            }
        }
        return true;
    }

    private void work(Client client, AtomicInteger next, Random random) throws IOException, InterruptedException {
        for (int from = next.getAndAdd(TOGETHER); from < draws; from = next.getAndAdd(TOGETHER)) {
            int to = Math.min(draws, from + TOGETHER);
            StringBuilder body = new StringBuilder("{\"draws\": [");
            for (int i = from; i < to; i++) {
                String use = second[i] < 0
                        ? Client.use(quantity[i], worth[i], "T" + first[i])
                        : Client.use(quantity[i], worth[i], "T" + first[i], "T" + second[i]);
                body.append(i == from ? "" : ", ")
                        .append("{\"reference\": \"r")
                        .append(i)
                        .append("\", \"use\": ")
                        .append(use)
                        .append('}');
            }
            String draws = body.append("]}").toString();
            JsonNode results = client.persist(draws);
            if (random.nextInt(20) == 0) {
                JsonNode again = client.persist(draws);
                requireSame(results, again);
            }
            keep(from, results);
        }
    }

    private static void requireSame(JsonNode results, JsonNode again) {
        for (int i = 0; i < results.size(); i++) {
            boolean before = results.get(i).path("status").asInt() < 300;
            boolean then = again.get(i).path("status").asInt() == 200;
            if (before != then) {
                throw new IllegalStateException("another answer for the same draw: " + again.get(i));
            }
        }
    }

    private synchronized void keep(int from, JsonNode results) {
        for (int i = 0; i < results.size(); i++) {
            int status = results.get(i).path("status").asInt();
            if (status == 200 || status == 201) {
                moved.set(from + i);
            } else if (status == 422) {
                refused.set(from + i);
            } else {
                throw new IllegalStateException("an answer that is none: " + results.get(i));
            }
        }
    }

    private void verify(Connection database) throws SQLException {
        int[][] sums = new int[LICENSES][2];
        int[] numbers = new int[LICENSES];
        BitSet drawnFirst = new BitSet();
        BitSet drawnSecond = new BitSet();
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(5_000);
            try (ResultSet rows = statement.executeQuery(
                    "select l.number, m.number, m.reference, m.part, m.quantity, m.value,"
                            + " m.quantity_drawn_after, m.value_drawn_after, m.version, m.kind"
                            + " from license_movement m join license l on l.id = m.license_id order by m.license_id, m.number")) {
                while (rows.next()) {
                    int license = Integer.parseInt(rows.getString(1).substring(1));
                    int draw = Integer.parseInt(rows.getString(3).substring(1));
                    int part = rows.getInt(4);
                    require(rows.getInt(2) == ++numbers[license], "the history has a gap");
                    require(rows.getInt(9) == numbers[license] + 1, "the version does not rise with each draw");
                    require("DRAW".equals(rows.getString(10)), "something else than a draw moved");
                    require(part == 0 ? first[draw] == license : second[draw] == license, "another license was drawn");
                    require(rows.getInt(5) == quantity[draw] && rows.getInt(6) == worth[draw], "another amount");
                    require(fits(sums[license], draw), "overdrawn: " + license + " by " + draw);
                    sums[license][0] += quantity[draw];
                    sums[license][1] += worth[draw];
                    require(
                            rows.getInt(7) == sums[license][0] && rows.getInt(8) == sums[license][1],
                            "the balance after it is not the model's");
                    BitSet drawn = part == 0 ? drawnFirst : drawnSecond;
                    require(!drawn.get(draw), "drawn twice: " + draw);
                    drawn.set(draw);
                }
            }
            end(statement, sums, numbers);
        }
        for (int i = 0; i < draws; i++) {
            require(drawnFirst.get(i) == moved.get(i), "lost, or drawn without an answer: " + i);
            require(drawnSecond.get(i) == (moved.get(i) && second[i] >= 0), "drawn in part: " + i);
            if (refused.get(i)) {
                boolean fits = fits(sums[first[i]], i) && (second[i] < 0 || fits(sums[second[i]], i));
                require(!fits, "refused without need: " + i);
            }
        }
    }

    private static void end(Statement statement, int[][] sums, int[] numbers) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("select l.number, n.quantity_drawn, n.value_drawn, l.version, l.movements"
                        + " from license l join license_line n on n.license_id = l.id")) {
            while (rows.next()) {
                int license = Integer.parseInt(rows.getString(1).substring(1));
                require(rows.getInt(2) == sums[license][0], "the quantity at the end is not the model's");
                require(rows.getInt(3) == sums[license][1], "the value at the end is not the model's");
                require(rows.getInt(4) == numbers[license] + 1, "the version at the end is not the model's");
                require(rows.getInt(5) == numbers[license], "the movements at the end are not the model's");
            }
        }
        try (ResultSet rows =
                statement.executeQuery("select (select count(*) from (select distinct license_id, version,"
                        + " ledger_entry_id from license_movement) m), (select count(distinct e.id) from license_movement m"
                        + " join ledger_entry e on e.id = m.ledger_entry_id)")) {
            rows.next();
            require(rows.getLong(1) == rows.getLong(2), "a version of a license has no ledger entry, or several");
        }
    }

    /** The sequential model: units have no tolerance, value has one as long as some of the units are left. */
    private boolean fits(int[] sums, int draw) {
        int most = sums[0] < units ? value + (int) ((long) value * EXCESS / 100) : value;
        return sums[0] + quantity[draw] <= units && sums[1] + worth[draw] <= most;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
