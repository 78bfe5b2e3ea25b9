package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.scim.BulkRequest.Operation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Executes bulk messages (RFC 7644, section 3.7). Each operation is done whole or not at all, one after the other; one that needs
 * what another makes waits for it. Resources that refer to one another in a circle are made without the reference that closes it,
 * and get it when all are there.
 */
@ApplicationScoped
public class Bulk {
    private static final Logger LOG = Logger.getLogger(Bulk.class);
    private static final String RESPONSE = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    @Inject
    Users users;

    @Inject
    HrGroups groups;

    Uni<ObjectNode> execute(BulkRequest request, String base) {
        Course course = new Course(request);
        return next(course, base).map(done -> course.answer());
    }

    private Uni<Void> next(Course course, String base) {
        Integer index = course.ready();
        boolean circle = false;
        if (index == null) {
            index = course.inACircle();
            circle = true;
        }
        if (index == null || course.isOver()) {
            return complete(course, base);
        }
        int at = index;
        boolean withoutReferences = circle;
        Operation operation = course.take(at, withoutReferences);
        if (!withoutReferences && !operation.needs().isEmpty()) {
            course.failed(
                    at,
                    operation,
                    ScimType.INVALID_VALUE.because(
                            "The operation refers by bulkId to one that failed, or that there is not."));
            return next(course, base);
        }
        return execute(operation, base)
                .invoke(reply -> course.done(at, operation, reply))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(e -> {
                    course.failed(at, operation, refusal(e));
                    return Uni.createFrom().voidItem();
                })
                .chain(() -> next(course, base));
    }

    /** Gives those of a circle what they had to be made without. */
    private Uni<Void> complete(Course course, String base) {
        Map.Entry<Integer, Operation> first = course.unfinished.pollFirstEntry();
        if (first == null) {
            return Uni.createFrom().voidItem();
        }
        int at = first.getKey();
        Operation whole = first.getValue().with(course.ids);
        String id = course.idOf(at);
        if (id == null) {
            return complete(course, base);
        }
        Uni<Reply> completed = whole.needs().isEmpty()
                ? execute(new Operation("PUT", whole.kind(), id, whole.bulkId(), null, whole.data()), base)
                : Uni.createFrom()
                        .failure(ScimType.INVALID_VALUE.because(
                                "The operation refers by bulkId to one that failed, or that there is not."));
        return completed
                .invoke(reply -> course.done(
                        at, whole, new Reply(201, reply.id(), reply.location(), reply.version(), reply.body())))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(e -> execute(new Operation("DELETE", whole.kind(), id, null, null, null), base)
                        .invoke(gone -> course.failed(at, whole, refusal(e)))
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithUni(again -> {
                            course.failed(at, whole, refusal(again));
                            return Uni.createFrom().voidItem();
                        }))
                .chain(() -> complete(course, base));
    }

    private Uni<Reply> execute(Operation operation, String base) {
        Projection all = Projection.of(operation.kind(), null, null);
        String id = operation.id() == null ? "" : operation.id();
        JsonNode data = operation.data() == null ? JsonNodeFactory.instance.nullNode() : operation.data();
        boolean user = operation.kind() == ResourceKind.USER;
        return switch (operation.method()) {
            case "POST" -> user ? users.create(() -> data, all, base) : groups.create(() -> data, all, base);
            case "PUT" ->
                user
                        ? users.replace(id, operation.version(), () -> data, all, base)
                        : groups.replace(id, operation.version(), () -> data, all, base);
            case "PATCH" ->
                user
                        ? users.patch(id, operation.version(), () -> data, all, base)
                        : groups.patch(id, operation.version(), () -> data, all, base);
            default ->
                user ? users.delete(id, operation.version(), base) : groups.delete(id, operation.version(), base);
        };
    }

    private static ScimException refusal(Throwable e) {
        if (e instanceof ScimException refusal) {
            return refusal;
        }
        LOG.errorf("an operation of a bulk failed: %s", e.getClass().getName());
        return new ScimException(500, null, "The operation failed; nothing of it was done.");
    }

    /** How far a bulk has come. */
    private static final class Course {
        private final int failOnErrors;
        private final Map<Integer, Operation> waiting = new LinkedHashMap<>();
        private final TreeMap<Integer, Operation> unfinished = new TreeMap<>();
        private final TreeMap<Integer, ObjectNode> answers = new TreeMap<>();
        private final Map<Integer, String> made = new HashMap<>();
        private final Map<String, String> ids = new HashMap<>();
        private final Set<String> open = new HashSet<>();
        private int errors;

        Course(BulkRequest request) {
            failOnErrors = request.failOnErrors();
            for (int i = 0; i < request.operations().size(); i++) {
                Operation operation = request.operations().get(i);
                waiting.put(i, operation);
                if (operation.bulkId() != null && operation.method().equals("POST")) {
                    open.add(operation.bulkId());
                }
            }
        }

        boolean isOver() {
            return failOnErrors > 0 && errors >= failOnErrors;
        }

        /** The first that waits for nothing that may still come; null where there is none. */
        @Nullable
        Integer ready() {
            for (Map.Entry<Integer, Operation> entry : waiting.entrySet()) {
                if (entry.getValue().needs().stream().noneMatch(open::contains)) {
                    return entry.getKey();
                }
            }
            return null;
        }

        /** The first that makes something and waits for what waits for it; null where there is none. */
        @Nullable
        Integer inACircle() {
            for (Map.Entry<Integer, Operation> entry : waiting.entrySet()) {
                if (entry.getValue().method().equals("POST")) {
                    return entry.getKey();
                }
            }
            return null;
        }

        Operation take(int at, boolean withoutReferences) {
            Operation operation =
                    java.util.Objects.requireNonNull(waiting.remove(at)).with(ids);
            JsonNode data = operation.data();
            if (!withoutReferences || data == null) {
                return operation;
            }
            unfinished.put(at, operation);
            return new Operation(
                    operation.method(),
                    operation.kind(),
                    operation.id(),
                    operation.bulkId(),
                    operation.version(),
                    BulkRequest.withoutReferences(data));
        }

        void done(int at, Operation operation, Reply reply) {
            String bulkId = operation.bulkId();
            if (bulkId != null) {
                ids.put(bulkId, reply.id());
                open.remove(bulkId);
            }
            made.put(at, reply.id());
            ObjectNode answer = answer(operation, reply.status());
            answer.put("location", reply.location());
            if (reply.version() != null) {
                answer.put("version", reply.version());
            }
            answers.put(at, answer);
        }

        void failed(int at, Operation operation, ScimException e) {
            errors++;
            unfinished.remove(at);
            if (operation.bulkId() != null) {
                open.remove(operation.bulkId());
                ids.remove(operation.bulkId());
            }
            ObjectNode answer = answer(operation, e.status());
            answer.set("response", ScimErrors.body(e));
            answers.put(at, answer);
        }

        @Nullable
        String idOf(int at) {
            return made.get(at);
        }

        ObjectNode answer() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putArray("schemas").add(RESPONSE);
            ArrayNode all = body.putArray("Operations");
            answers.values().forEach(all::add);
            return body;
        }

        private static ObjectNode answer(Operation operation, int status) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.put("method", operation.method());
            if (operation.bulkId() != null) {
                answer.put("bulkId", operation.bulkId());
            }
            answer.put("status", String.valueOf(status));
            return answer;
        }
    }
}
