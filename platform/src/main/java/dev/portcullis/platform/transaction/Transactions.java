package dev.portcullis.platform.transaction;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions of their own, waited for. Must not be called from an event loop. */
@ApplicationScoped
public class Transactions {
    /** Does something in a transaction of its own; what it throws is thrown here, and nothing is stored then. */
    public <T extends @Nullable Object> T run(Supplier<Uni<T>> work) {
        return await(() -> Panache.withTransaction(work::get));
    }

    /** Reads something in a session of its own. */
    public <T extends @Nullable Object> T read(Supplier<Uni<T>> work) {
        return await(() -> Panache.withSession(work::get));
    }

    private static <T extends @Nullable Object> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work::get);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a transaction failed", e);
        }
    }
}
