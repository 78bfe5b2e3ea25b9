package dev.portcullis.licensing.usage;

import dev.portcullis.licensing.license.Books;
import dev.portcullis.licensing.license.Instruction;
import dev.portcullis.licensing.license.Outcome;
import dev.portcullis.platform.problem.Problems;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Does together what waits for the same licenses. A transaction for each draw on a license would make each wait for the disk in its turn,
 * under the license's lock; a group waits once. Nothing is answered before the group's transaction has committed.
 *
 * <p>A license belongs to one lane, by its number, and a lane has one transaction at a time: so draws on one license meet in a group and not
 * at its lock. An instruction with several licenses goes by the first; at the others' locks it waits like everybody.
 *
 * <p>Where a group fails for a reason of one of its members, each is done alone, so that nobody pays for another's fault.
 */
@ApplicationScoped
public class DrawGroups {
    private List<Lane> lanes = List.of();

    @Inject
    Pool pool;

    @Inject
    Books books;

    @Inject
    MeterRegistry metrics;

    /** How many transactions at a time; each takes a connection of the pool. */
    @Inject
    @ConfigProperty(name = "portcullis.licenses.lanes", defaultValue = "4")
    int width;

    /** The most instructions of a transaction. */
    @Inject
    @ConfigProperty(name = "portcullis.licenses.group", defaultValue = "256")
    int most;

    /** The most instructions that wait in a lane; the next is told at once to come again. */
    @Inject
    @ConfigProperty(name = "portcullis.licenses.waiting", defaultValue = "4096")
    int longest;

    private @Nullable DistributionSummary sizes;

    private record Waiting(Instruction instruction, UniEmitter<? super Outcome> emitter) {}

    void start(@Observes StartupEvent event) {
        List<Lane> made = new ArrayList<>();
        for (int i = 0; i < Math.max(1, width); i++) {
            made.add(new Lane());
        }
        lanes = List.copyOf(made);
        sizes = DistributionSummary.builder("portcullis.licenses.group.size")
                .description("Draws and assignments that were done in one transaction")
                .register(metrics);
    }

    /** Does an instruction in one of the next groups; fails with 503 where too many wait. */
    Uni<Outcome> post(Instruction instruction) {
        int lane = Math.floorMod(instruction.parts().get(0).licenseNumber().hashCode(), lanes.size());
        return Uni.createFrom().emitter(emitter -> lanes.get(lane).add(new Waiting(instruction, emitter)));
    }

    private Uni<List<Outcome>> together(List<Instruction> instructions) {
        return pool.withTransaction(connection -> books.post(connection, instructions));
    }

    /** Instructions that wait, of which some are under way. */
    private final class Lane {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private boolean busy;

        void add(Waiting one) {
            synchronized (this) {
                if (waiting.size() >= longest) {
                    one.emitter.fail(Problems.busy());
                    return;
                }
                waiting.add(one);
                if (busy) {
                    return;
                }
                busy = true;
            }
            next();
        }

        private void next() {
            List<Waiting> group = new ArrayList<>();
            synchronized (this) {
                while (group.size() < most && !waiting.isEmpty()) {
                    group.add(waiting.poll());
                }
                if (group.isEmpty()) {
                    busy = false;
                    return;
                }
            }
            if (sizes != null) {
                sizes.record(group.size());
            }
            run(group);
        }

        private void run(List<Waiting> group) {
            together(group.stream().map(Waiting::instruction).toList())
                    .subscribe()
                    .with(
                            outcomes -> {
                                // Whatever becomes of an answer, the lane goes on.
                                try {
                                    for (int i = 0; i < group.size(); i++) {
                                        group.get(i).emitter.complete(outcomes.get(i));
                                    }
                                } finally {
                                    next();
                                }
                            },
                            failure -> failed(group, failure));
        }

        private void failed(List<Waiting> group, Throwable failure) {
            if (group.size() == 1 || Problems.mayPass(failure)) {
                group.forEach(one -> one.emitter.fail(failure));
                next();
            } else {
                alone(new ArrayDeque<>(group));
            }
        }

        private void alone(Deque<Waiting> rest) {
            Waiting one = rest.poll();
            if (one == null) {
                next();
                return;
            }
            together(List.of(one.instruction))
                    .subscribe()
                    .with(
                            outcomes -> {
                                one.emitter.complete(outcomes.get(0));
                                alone(rest);
                            },
                            failure -> {
                                one.emitter.fail(failure);
                                alone(rest);
                            });
        }
    }
}
