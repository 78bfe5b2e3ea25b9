package dev.portcullis.personnel.privacy;

import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Logs who looks at personal data and what for, before anything is shown: where it cannot be logged, nothing is. Machines have the one purpose
 * that their client was made for and are not logged one by one.
 */
@ApplicationScoped
public class AccessLog {
    /** The header in which a person says what for. */
    public static final String HEADER = "Access-Purpose";

    private static final Set<String> PURPOSES =
            Set.of("COMPLIANCE_REVIEW", "AUDIT", "HR_CORRECTION", "SUBJECT_REQUEST", "INVESTIGATION");
    private static final String NOT_STATED = "NOT_STATED";
    private static final String MACHINE = "service-account-";
    private static final String ADD = """
            insert into access_log (at, subject, operation, person_id, purpose)
            values (:at, :subject, :operation, cast(:person as text), :purpose)""";

    @Inject
    SecurityIdentity identity;

    /** Whether people must say what for. Only for development may they leave it out. */
    @Inject
    @ConfigProperty(name = "portcullis.privacy.purpose-required", defaultValue = "true")
    boolean required;

    /** Logs a request for personal data; an answer ends it. */
    @PersonalData
    @ServerRequestFilter
    public Uni<@Nullable Response> log(ContainerRequestContext request, SimpleResourceInfo operation) {
        if (identity.isAnonymous() || identity.getPrincipal().getName().startsWith(MACHINE)) {
            return Uni.createFrom().nullItem();
        }
        String purpose = purpose(request.getHeaderString(HEADER), required);
        String name = operation.getResourceClass().getSimpleName() + "." + operation.getMethodName();
        @Nullable String person = request.getUriInfo().getPathParameters().getFirst("id");
        String subject = subject();
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(ADD)
                                .setParameter("at", Instant.now())
                                .setParameter("subject", subject)
                                .setParameter("operation", name)
                                .setParameter("person", known(person))
                                .setParameter("purpose", purpose)
                                .executeUpdate()))
                .replaceWith(() -> null);
    }

    /**
     * The purpose in one word.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 400 where there must be one and is none
     */
    static String purpose(@Nullable String said, boolean required) {
        String word = said == null ? "" : said.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        if (PURPOSES.contains(word)) {
            return word;
        }
        if (word.isEmpty() && !required) {
            return NOT_STATED;
        }
        throw Problems.badParameter(
                HEADER, "must be one of compliance-review, audit, hr-correction, subject-request, investigation");
    }

    /** Only what has the form of an id of ours: whatever else stands in an address is not for the log. */
    private static @Nullable String known(@Nullable String id) {
        return id != null && id.matches("per-[0-9a-z]{1,40}") ? id : null;
    }

    private String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }
}
