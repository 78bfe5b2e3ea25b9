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
import java.util.Base64;
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

    /** No attributes. */
    ObjectNode nothing() {
        return json.createObjectNode();
    }

    /** A key for a new person. */
    PersonKeyRow newKey(String id) {
        return new PersonKeyRow(id, keys.keyId(), keys.wrap(Seal.newKey(), keyContext(id)));
    }

    /**
     * Seals attributes into a row.
     *
     * @return the commitment to them
     */
    String seal(PersonRow row, PersonKeyRow key, ObjectNode attributes, ObjectNode statements) {
        byte[] salt = Seal.random(SALT);
        ObjectNode dossier = json.createObjectNode();
        dossier.put("salt", salt);
        dossier.set("attributes", attributes);
        dossier.set("statements", statements);
        row.sealed = Seal.close(unwrap(key), bytes(dossier), context(row));
        row.userNameHash = userNameHash(attributes.path("userName").asText());
        JsonNode externalId = attributes.path("externalId");
        row.externalIdHash = externalId.isMissingNode() ? null : externalIdHash(externalId.asText());
        return commitment(salt, bytes(attributes));
    }

    /** Seals other statements into a row whose attributes stay: what was committed to stays, too. */
    void restate(PersonRow row, PersonKeyRow key, ObjectNode statements) {
        ObjectNode dossier = dossier(row, key);
        dossier.set("statements", statements);
        row.sealed = Seal.close(unwrap(key), bytes(dossier), context(row));
    }

    /** Seals something else that is personal, bound to the person and to what it is. */
    byte[] seal(PersonKeyRow key, String purpose, JsonNode content) {
        return Seal.close(unwrap(key), bytes(content), purpose + "/" + key.personId);
    }

    /** Opens what {@link #seal(PersonKeyRow, String, JsonNode)} gave. */
    ObjectNode open(PersonKeyRow key, String purpose, byte[] sealed) {
        try {
            return (ObjectNode) json.readTree(Seal.open(unwrap(key), sealed, purpose + "/" + key.personId));
        } catch (IOException e) {
            throw new KeyUnavailableException("a record is damaged");
        }
    }

    /** Wraps a person's key with the master key of today. */
    boolean rewrap(PersonKeyRow key) {
        if (key.masterKeyId.equals(keys.keyId())) {
            return false;
        }
        byte[] plain = unwrap(key);
        key.wrapped = keys.wrap(plain, keyContext(key.personId));
        key.masterKeyId = keys.keyId();
        return true;
    }

    private ObjectNode dossier(PersonRow row, @Nullable PersonKeyRow key) {
        byte[] sealed = row.sealed;
        if (sealed == null || key == null) {
            return json.createObjectNode();
        }
        try {
            return (ObjectNode) json.readTree(Seal.open(unwrap(key), sealed, context(row)));
        } catch (IOException e) {
            throw new KeyUnavailableException("a record is damaged");
        }
    }

    /** Opens a row; where the key is gone, nothing is left but an empty record. */
    Person open(PersonRow row, @Nullable PersonKeyRow key) {
        ObjectNode dossier = dossier(row, key);
        ObjectNode attributes = dossier.get("attributes") instanceof ObjectNode held ? held : json.createObjectNode();
        ObjectNode statements = dossier.get("statements") instanceof ObjectNode told ? told : json.createObjectNode();
        return new Person(
                row.id,
                row.version,
                attributes,
                statements,
                Doubts.of(row.doubts),
                row.createdAt,
                row.changedAt,
                row.deletedAt != null);
    }

    byte[] userNameHash(String userName) {
        return keys.lookup("userName", PersonCriteria.comparable(userName));
    }

    byte[] externalIdHash(String externalId) {
        return keys.lookup("externalId", externalId);
    }

    /** A mark of what a record holds; see {@link SearchMarks}. */
    String mark(String field, String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.lookup(field, value));
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
