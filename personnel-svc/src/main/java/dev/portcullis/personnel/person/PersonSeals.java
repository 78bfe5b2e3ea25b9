package dev.portcullis.personnel.person;

import dev.portcullis.personnel.privacy.KeyService;
import dev.portcullis.personnel.privacy.Seal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Seals other records about a person under that person's key, so that they are erased with it. Runs in the caller's session. */
@ApplicationScoped
public class PersonSeals {
    @Inject
    KeyService keys;

    /**
     * Seals.
     *
     * @param context what the bytes are, and of which record: what is opened as anything else fails
     * @return null where the person is not known or erased
     */
    public Uni<byte @Nullable []> close(String personId, byte[] plain, String context) {
        return key(personId).map(key -> key == null ? null : Seal.close(key, plain, context));
    }

    /**
     * Opens.
     *
     * @return null where the person is erased
     */
    public Uni<byte @Nullable []> open(String personId, byte[] sealed, String context) {
        return key(personId).map(key -> key == null ? null : Seal.open(key, sealed, context));
    }

    private Uni<byte @Nullable []> key(String personId) {
        return Panache.getSession()
                .chain(session -> session.find(PersonKeyRow.class, personId))
                .map(row ->
                        row == null ? null : keys.unwrap(row.masterKeyId, row.wrapped, "person-key/" + row.personId));
    }
}
