package dev.portcullis.screening.casefile;

import dev.portcullis.screening.cases.Case;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** What became of cases, counted and one by one. All operations run in the caller's session. */
@ApplicationScoped
public class CaseHistory {
    private static final String FIGURES = """
            select s.profile, c.list_code,
                count(*) filter (where s.cause in ('OPENED', 'REOPENED')),
                count(*) filter (where s.cause = 'DECIDED' and s.outcome = 'NOT_THE_SAME'),
                count(*) filter (where s.cause = 'DECIDED' and s.outcome = 'THE_SAME'),
                count(distinct c.id) filter (where c.state in ('OPEN', 'PROPOSED') and c.profile = s.profile),
                cast(percentile_cont(0.5) within group (order by extract(epoch from s.at - s.opened_at))
                    filter (where s.cause = 'DECIDED') as double precision),
                cast(percentile_cont(0.95) within group (order by extract(epoch from s.at - s.opened_at))
                    filter (where s.cause = 'DECIDED') as double precision)
            from case_step s join party_case c on c.id = s.case_id
            where s.at >= :since
            group by s.profile, c.list_code order by s.profile, c.list_code""";

    /** The last decision of each case that has one, the newest first. */
    private static final String DECIDED = """
            select d.case_id, d.party, d.list_code, d.entry_id, d.outcome, d.profile, d.score from (
                select distinct on (s.case_id)
                    s.case_id, c.party, c.list_code, c.entry_id, s.outcome, s.profile, s.score, s.at
                from case_step s join party_case c on c.id = s.case_id
                where s.cause = 'DECIDED' order by s.case_id, s.number desc) d
            order by d.at desc, d.case_id limit :count""";

    /** By profile and list, of what was done since a day. */
    public Uni<List<CaseFigures>> figures(LocalDate since) {
        return rows(session -> session.createNativeQuery(FIGURES, Object[].class)
                        .setParameter(
                                "since", since.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new CaseFigures(
                                (String) row[0],
                                (String) row[1],
                                ((Number) row[2]).longValue(),
                                ((Number) row[3]).longValue(),
                                ((Number) row[4]).longValue(),
                                ((Number) row[5]).longValue(),
                                (Double) row[6],
                                (Double) row[7]))
                        .toList());
    }

    /** The last decisions of cases, the newest first. */
    public Uni<List<DecidedCase>> decided(int count) {
        return rows(session -> session.createNativeQuery(DECIDED, Object[].class)
                        .setParameter("count", count)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new DecidedCase(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                Case.Outcome.valueOf((String) row[4]),
                                (String) row[5],
                                ((Number) row[6]).doubleValue()))
                        .toList());
    }

    private static Uni<List<Object[]>> rows(Function<Mutiny.Session, Uni<List<Object[]>>> query) {
        return Panache.getSession().chain(query::apply);
    }
}
