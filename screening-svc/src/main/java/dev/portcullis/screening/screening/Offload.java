package dev.portcullis.screening.screening;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Work for the processor, kept off the event loop. What follows it runs where it was called from: in the same Vert.x context,
 * and so in the same database session and transaction.
 */
@ApplicationScoped
public class Offload {
    /** Runs the work on a worker thread. Must be called from a Vert.x context, as each request and each scheduled run has. */
    public <T> Uni<T> cpu(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Objects.requireNonNull(Vertx.currentContext(), "called outside a Vert.x context");
            return Uni.createFrom()
                    .item(work)
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .emitOn(next -> caller.runOnContext(ignored -> next.run()));
        });
    }
}
