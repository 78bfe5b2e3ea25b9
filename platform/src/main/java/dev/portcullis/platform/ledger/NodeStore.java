package dev.portcullis.platform.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads the tree's nodes. */
final class NodeStore {
    private static final String LOAD = """
            select n.level, n.position, n.hash from ledger_node n
            join unnest($1::smallint[], $2::bigint[]) as wanted(level, position)
              on wanted.level = n.level and wanted.position = n.position""";

    private NodeStore() {}

    static Uni<Map<Merkle.Node, byte[]>> load(SqlClient client, Collection<Merkle.Node> wanted) {
        Short[] levels = wanted.stream().map(node -> (short) node.level()).toArray(Short[]::new);
        Long[] positions = wanted.stream().map(Merkle.Node::position).toArray(Long[]::new);
        return client.preparedQuery(LOAD)
                .execute(Tuple.tuple().addArrayOfShort(levels).addArrayOfLong(positions))
                .map(rows -> {
                    Map<Merkle.Node, byte[]> nodes = new HashMap<>();
                    for (Row row : rows) {
                        nodes.put(
                                new Merkle.Node(row.getShort("level"), row.getLong("position")),
                                row.getBuffer("hash").getBytes());
                    }
                    return nodes;
                });
    }
}
