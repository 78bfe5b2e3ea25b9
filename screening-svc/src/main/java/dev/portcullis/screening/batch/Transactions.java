package dev.portcullis.screening.batch;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Short work at the database for a thread that may block, such as one that reads a file from its sender. */
@ApplicationScoped
class Transactions {
    <T extends @Nullable Object> T run(Supplier<Uni<T>> work) {
        return await(() -> Panache.withTransaction(work::get));
    }

    <T extends @Nullable Object> T read(Supplier<Uni<T>> work) {
        return await(() -> Panache.withSession(work::get));
    }

    private static <T extends @Nullable Object> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work::get);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
