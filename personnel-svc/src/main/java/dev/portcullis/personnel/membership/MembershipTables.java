package dev.portcullis.personnel.membership;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What should be, from the tables of plans. A group for each plan and one for each item inside a plan, both named by opaque ids. */
@ApplicationScoped
class MembershipTables {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String OF_PERSON = """
            select a.plan_id as name from admission a where a.person_id = $1 and a.state = 'ADMITTED'
            union
            select i.item_id from admission a join technology_control_plan_item i on i.plan_id = a.plan_id
            where a.person_id = $1 and a.state = 'ADMITTED'""";
    private static final String OF_GROUP = """
            select a.person_id as name from admission a where a.plan_id = $1 and a.state = 'ADMITTED'
            union
            select a.person_id from admission a join technology_control_plan_item i on i.plan_id = a.plan_id
            where i.item_id = $1 and a.state = 'ADMITTED'""";
    private static final String GROUPS = """
            select distinct a.plan_id as name from admission a where a.state = 'ADMITTED'
            union
            select i.item_id from admission a join technology_control_plan_item i on i.plan_id = a.plan_id
            where a.state = 'ADMITTED'""";
    private static final String DUE = """
            select person_id, max(id) as seen, bool_or(ends_sessions) as ends from membership_due
            group by person_id order by bool_or(ends_sessions) desc, min(id) limit $1""";

    /** The tables as one transaction sees them. */
    Desired in(SqlConnection connection) {
        return new Desired(connection);
    }

    /** What should be, as one transaction sees it. Blocks; not for event loops. */
    static final class Desired {
        private final SqlConnection connection;

        Desired(SqlConnection connection) {
            this.connection = connection;
        }

        /**
         * A person whose membership is to be looked at.
         *
         * @param seen what made it due up to here is done with then
         * @param endsSessions whether access was lost
         */
        record Due(String personId, long seen, boolean endsSessions) {}

        Set<String> groupsOf(String personId) {
            return names(OF_PERSON, Tuple.of(personId));
        }

        Set<String> personsOf(String group) {
            return names(OF_GROUP, Tuple.of(group));
        }

        Set<String> groups() {
            return names(GROUPS, Tuple.tuple());
        }

        List<Due> due(int most) {
            List<Due> due = new ArrayList<>();
            for (Row row : run(DUE, Tuple.of(most))) {
                due.add(new Due(row.getString("person_id"), row.getLong("seen"), row.getBoolean("ends")));
            }
            return due;
        }

        void done(Due one) {
            run("delete from membership_due where person_id = $1 and id <= $2", Tuple.of(one.personId(), one.seen()));
        }

        void due(String personId) {
            run("insert into membership_due (person_id, ends_sessions) values ($1, false)", Tuple.of(personId));
        }

        void allDue() {
            run(
                    "insert into membership_due (person_id, ends_sessions) "
                            + "select distinct person_id, false from admission where state = 'ADMITTED'",
                    Tuple.tuple());
        }

        boolean lock(long key) {
            return run("select pg_try_advisory_xact_lock($1)", Tuple.of(key))
                    .iterator()
                    .next()
                    .getBoolean(0);
        }

        private Set<String> names(String sql, Tuple of) {
            Set<String> names = new LinkedHashSet<>();
            run(sql, of).forEach(row -> names.add(row.getString("name")));
            return names;
        }

        private RowSet<Row> run(String sql, Tuple with) {
            return connection.preparedQuery(sql).execute(with).await().atMost(PATIENCE);
        }
    }
}
