package dev.portcullis.benchmarks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A full synchronization as HR systems do one: each employee is created in bulk, and where a message had no answer, it is sent again
 * until each employee is there. A userName that is taken says that the one before arrived.
 */
final class FullSync {
    private static final int TOGETHER = 200;
    private static final int CLIENTS = 4;

    private final HrClient client;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    FullSync(HrClient client) {
        this.client = client;
    }

    /** How many employees are there. */
    int done() {
        return done.get();
    }

    /** How often a message was sent again. */
    int again() {
        return again.get();
    }

    /** Creates employees; seconds. */
    double create(int from, int to) throws Exception {
        return each(
                from,
                to,
                number -> "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"" + number + "\",\"data\":"
                        + Workforce.user(number, "Engineer", true) + "}");
    }

    /** Gives each of the users another title; seconds. */
    double retitle(List<String> ids, String title) throws Exception {
        return each(
                0,
                ids.size(),
                number -> "{\"method\":\"PATCH\",\"path\":\"/Users/" + ids.get(number) + "\",\"data\":"
                        + Workforce.newTitle(title) + "}");
    }

    /** Everybody, by userName, without what each run gives anew: ids and times. Reads page by page, by cursor. */
    TreeMap<String, String> state() throws IOException, InterruptedException {
        TreeMap<String, String> state = new TreeMap<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = client.send("GET", "/Users?count=200&cursor=" + cursor, "");
            for (JsonNode user : page.path("Resources")) {
                ((com.fasterxml.jackson.databind.node.ObjectNode) user).remove(List.of("id", "meta"));
                String name = user.path("userName").asText();
                if (state.put(name, user.toString()) != null) {
                    throw new IllegalStateException("a user is there twice");
                }
            }
            cursor = page.path("nextCursor").asText(null);
        }
        return state;
    }

    List<String> ids(int most) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null && ids.size() < most) {
            JsonNode page = client.send("GET", "/Users?count=200&attributes=id&cursor=" + cursor, "");
            page.path("Resources").forEach(user -> ids.add(user.path("id").asText()));
            cursor = page.path("nextCursor").asText(null);
        }
        return ids.subList(0, Math.min(most, ids.size()));
    }

    private double each(int from, int to, Operation operation) throws Exception {
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger(from);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Callable<Boolean> work = () -> {
                    for (int at = next.getAndAdd(TOGETHER); at < to; at = next.getAndAdd(TOGETHER)) {
                        persist(message(at, Math.min(to, at + TOGETHER), operation));
                        done.addAndGet(Math.min(to, at + TOGETHER) - at);
                    }
                    return true;
                };
                running.add(threads.submit(work));
            }
            for (Future<Boolean> one : running) {
                one.get();
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String message(int from, int to, Operation operation) {
        StringBuilder body = new StringBuilder(
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[");
        for (int i = from; i < to; i++) {
            body.append(i == from ? "" : ",").append(operation.of(i));
        }
        return body.append("]}").toString();
    }

    private void persist(String message) throws InterruptedException {
        for (int attempt = 0; attempt < 1200 && !over.get(); attempt++) {
            try {
                JsonNode answer = client.send("POST", "/Bulk", message);
                boolean retry = false;
                for (JsonNode operation : answer.path("Operations")) {
                    int status = operation.path("status").asInt();
                    if (status >= 500) {
                        retry = true;
                    } else if (status >= 300 && status != 409) {
                        throw new IllegalStateException("an employee was refused: " + operation);
                    }
                }
                if (!retry) {
                    return;
                }
            } catch (IOException gone) {
                // The server was killed, or is not there yet: the same message is sent again.
            }
            again.incrementAndGet();
            Thread.sleep(100);
        }
        throw new IllegalStateException("no answer that is one");
    }

    /** The operation about an employee. */
    private interface Operation {
        String of(int number);
    }
}
