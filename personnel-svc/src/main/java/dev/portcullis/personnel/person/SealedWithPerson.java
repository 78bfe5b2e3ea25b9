package dev.portcullis.personnel.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.privacy.KeyUnavailableException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals what else is personal under the person's own key, so that it goes with the person. Runs in the caller's session. */
@ApplicationScoped
public class SealedWithPerson {
    @Inject
    Dossiers dossiers;

    /**
     * Seals content.
     *
     * @param purpose what it is, with an id of its own: it opens as nothing else
     */
    public Uni<byte[]> seal(String personId, String purpose, JsonNode content) {
        return key(personId).map(key -> dossiers.seal(key, purpose, content));
    }

    /** Opens what {@link #seal} gave. */
    public Uni<ObjectNode> open(String personId, String purpose, byte[] sealed) {
        return key(personId).map(key -> dossiers.open(key, purpose, sealed));
    }

    private static Uni<PersonKeyRow> key(String personId) {
        return Panache.getSession()
                .chain(session -> session.find(PersonKeyRow.class, personId))
                .onItem()
                .ifNull()
                .failWith(() -> new KeyUnavailableException("the person was erased"));
    }
}
