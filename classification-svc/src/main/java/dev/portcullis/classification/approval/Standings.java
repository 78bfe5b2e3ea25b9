package dev.portcullis.classification.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.classification.approval.Standing.Approval;
import dev.portcullis.classification.item.Documents;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What items go by and what awaits somebody, without the reasoned answers. Needs a session. */
@ApplicationScoped
public class Standings {
    private static final String FIND = """
            select l.item_id, l.number, l.state, cast(l.next_review as text), c.datasheet_number, cast(c.as_of as text),
                   cast(c.edition as text), c.status, c.eccn, c.paragraph, c.determined, c.ccats, c.sha256,
                   (select s.body from classification_step s where s.classification_id = l.id and s.step = 'APPROVED'
                    order by s.ordinal desc limit 1)
            from classification_life l join classification c on c.id = l.id
            where l.item_id in (:items) and l.state in ('PROPOSED', 'REVIEWED', 'APPROVED', 'REOPENED')
            order by l.item_id, l.number""";

    @Inject
    Documents documents;

    /** By item, in the order of their numbers: at most one that stands and one that awaits somebody. */
    public Uni<Map<String, List<Standing>>> of(Collection<String> itemIds) {
        if (itemIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("items", itemIds)
                        .getResultList())
                .map(rows -> rows.stream().map(this::standing).collect(Collectors.groupingBy(Standing::itemId)));
    }

    private Standing standing(Object[] row) {
        String determined = (String) row[10];
        String approval = (String) row[13];
        return new Standing(
                (String) row[0],
                ((Number) row[1]).intValue(),
                State.valueOf((String) row[2]),
                row[3] == null ? null : LocalDate.parse((String) row[3]),
                ((Number) row[4]).intValue(),
                LocalDate.parse((String) row[5]),
                LocalDate.parse((String) row[6]),
                (String) row[7],
                (String) row[8],
                (String) row[9],
                determined == null ? null : documents.read(determined, Determined.class),
                (String) row[11],
                (String) row[12],
                approval == null ? null : approval(documents.tree(approval)));
    }

    private static Approval approval(JsonNode step) {
        return new Approval(
                step.path("by").path("name").asText(),
                Instant.parse(step.path("at").asText()));
    }
}
