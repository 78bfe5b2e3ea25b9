package dev.portcullis.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A pool whose queue has an end: whoever cannot be served in time is told so, instead of waiting until a gateway gives up. */
@Singleton
public class BoundedPool implements PgPoolCreator {
    @Inject
    Patience patience;

    @Override
    public Pool create(Input input) {
        PoolOptions options = input.poolOptions()
                .setConnectionTimeout(Math.toIntExact(patience.connectionWait().toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxWaitQueueSize(patience.waiting());
        for (PgConnectOptions server : input.pgConnectOptionsList()) {
            server.addProperty("lock_timeout", Long.toString(patience.lockWait().toMillis()));
        }
        return PgBuilder.pool()
                .with(options)
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
