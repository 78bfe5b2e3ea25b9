package dev.portcullis.personnel.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.privacy.KeyService;
import dev.portcullis.personnel.privacy.KeyUnavailableException;
import dev.portcullis.personnel.privacy.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Seals and opens records. A record opens only as the version of the person for whom it was sealed. */
@ApplicationScoped
public class Dossiers {
    private static final int SALT = 32;

    @Inject
    KeyService keys;

    @Inject
    ObjectMapper json;

    /** A key for a new person. */
    PersonKeyRow newKey(String id) {
        return new PersonKeyRow(id, keys.keyId(), keys.wrap(Seal.newKey(), keyContext(id)));
    }

    /**
     * Seals attributes into a row.
     *
     * @return the commitment to them
     */
    String seal(PersonRow row, PersonKeyRow key, ObjectNode attributes) {
        byte[] salt = Seal.random(SALT);
        ObjectNode dossier = json.createObjectNode();
        dossier.put("salt", salt);
        dossier.set("attributes", attributes);
        row.sealed = Seal.close(unwrap(key), bytes(dossier), context(row));
        row.userNameHash = userNameHash(attributes.path("userName").asText());
        JsonNode externalId = attributes.path("externalId");
        row.externalIdHash = externalId.isMissingNode() ? null : externalIdHash(externalId.asText());
        return commitment(salt, bytes(attributes));
    }

    /** Opens a row; where the key is gone, nothing is left but an empty record. */
    Person open(PersonRow row, @Nullable PersonKeyRow key) {
        ObjectNode attributes = json.createObjectNode();
        byte[] sealed = row.sealed;
        if (sealed != null && key != null) {
            try {
                attributes = (ObjectNode) json.readTree(Seal.open(unwrap(key), sealed, context(row)))
                        .required("attributes");
            } catch (IOException e) {
                throw new KeyUnavailableException("a record is damaged");
            }
        }
        return new Person(row.id, row.version, attributes, row.createdAt, row.changedAt, row.deletedAt != null);
    }

    byte[] userNameHash(String userName) {
        return keys.lookup("userName", PersonCriteria.comparable(userName));
    }

    byte[] externalIdHash(String externalId) {
        return keys.lookup("externalId", externalId);
    }

    private byte[] unwrap(PersonKeyRow key) {
        return keys.unwrap(key.masterKeyId, key.wrapped, keyContext(key.personId));
    }

    private byte[] bytes(JsonNode node) {
        try {
            return json.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new IllegalStateException("a record cannot be written", e);
        }
    }

    private static String commitment(byte[] salt, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static String keyContext(String id) {
        return "person-key/" + id;
    }

    private static String context(PersonRow row) {
        return "person/" + row.id + "/" + row.version;
    }
}
