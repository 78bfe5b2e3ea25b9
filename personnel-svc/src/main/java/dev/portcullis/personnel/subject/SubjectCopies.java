package dev.portcullis.personnel.subject;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.evidence.Evidences;
import dev.portcullis.personnel.nationality.DeemedExportNationality;
import dev.portcullis.personnel.person.ExportControlFacts;
import dev.portcullis.personnel.person.Person;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** All that is held about one person, for that person. */
@ApplicationScoped
public class SubjectCopies {
    private static final String ACCESS = """
            select at, subject, operation, purpose from access_log where person_id = :person order by id""";
    private static final String MESSAGES = """
            select source, channel, reason, times, first_at, settled_at from refused_message where person_id = :person order by id""";
    private static final String CASES =
            "select kind, opened_at, settled_at, settlement from personnel_case where person_id = :person order by id";

    @Inject
    Persons persons;

    @Inject
    Evidences evidences;

    @Inject
    ObjectMapper json;

    /** The copy; 404 where there is nobody, or nothing is left of the person. In the caller's session. */
    Uni<ObjectNode> of(String personId, Instant now) {
        return persons.findAnyInTransaction(personId).chain(person -> {
            if (person == null || person.attributes().isEmpty()) {
                throw Problems.notFound("person", personId);
            }
            ObjectNode copy = json.createObjectNode();
            copy.put("id", person.id()).put("asOf", now.toString());
            copy.put(
                    "why",
                    "Your employer keeps this to decide whether technology under export control may be released to you (15 CFR 734.13,"
                            + " 772.1), and for five years after the last action on it (15 CFR 762.6).");
            copy.set("record", person.attributes());
            copy.set("toldBySource", person.statements());
            copy.put("since", person.createdAt().toString())
                    .put("changedAt", person.changedAt().toString());
            copy.set("assessment", assessment(person, LocalDate.ofInstant(now, ZoneOffset.UTC)));
            return evidences
                    .opened(personId)
                    .invoke(found -> copy.putArray("evidence").addAll(found))
                    .chain(() -> rows(
                            copy,
                            "refusedMessages",
                            MESSAGES,
                            personId,
                            "source",
                            "channel",
                            "reason",
                            "times",
                            "firstAt",
                            "settledAt"))
                    .chain(() -> rows(copy, "cases", CASES, personId, "kind", "openedAt", "settledAt", "settlement"))
                    .chain(() -> rows(copy, "whoLooked", ACCESS, personId, "at", "account", "operation", "purpose"))
                    .replaceWith(copy);
        });
    }

    private ObjectNode assessment(Person person, LocalDate today) {
        return json.valueToTree(person.doubts()
                .over(DeemedExportNationality.assess(ExportControlFacts.read(person.attributes()), today)));
    }

    private static Uni<Void> rows(ObjectNode copy, String name, String query, String personId, String... columns) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Object[].class)
                        .setParameter("person", personId)
                        .getResultList())
                .invoke(rows -> {
                    ArrayNode array = copy.putArray(name);
                    for (Object[] row : rows) {
                        ObjectNode node = array.addObject();
                        for (int i = 0; i < columns.length; i++) {
                            if (row[i] != null) {
                                node.put(columns[i], String.valueOf(row[i]));
                            }
                        }
                    }
                })
                .replaceWithVoid();
    }
}
