package dev.portcullis.screening.ownership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.Locale;

/**
 * One that owns or is owned: a kept party, an entry of a list, or somebody else who is known by name only. Written as
 * {@code party:pty-01k...}, {@code entry:SDN/12345} or {@code other:registry/DE-HRB-7}.
 *
 * @param kind what the key speaks of
 * @param key its id there
 */
@RegisterForReflection
public record Owner(Kind kind, String key) implements Comparable<Owner> {
    /** The longest key, in characters. */
    public static final int LONGEST_KEY = 200;

    private static final Comparator<Owner> ORDER =
            Comparator.comparing(Owner::kind).thenComparing(Owner::key);

    /** What a key speaks of. */
    @RegisterForReflection
    public enum Kind {
        PARTY,
        /** The key is the list's code, a slash and the entry's id. */
        ENTRY,
        OTHER
    }

    public Owner {
        if (key.isBlank() || key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a key has 1 to " + LONGEST_KEY + " characters and none of them is a control character");
        }
        if (kind == Kind.ENTRY && (key.indexOf('/') < 1 || key.endsWith("/"))) {
            throw new IllegalArgumentException("an entry is written as its list's code, a slash and its id");
        }
    }

    /** Reads what {@link #toString} writes. */
    @JsonCreator
    public static Owner parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        for (Kind known : Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return new Owner(known, text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException("must begin with party:, entry: or other:");
    }

    public static Owner party(String id) {
        return new Owner(Kind.PARTY, id);
    }

    public static Owner entry(String list, String entryId) {
        return new Owner(Kind.ENTRY, list + "/" + entryId);
    }

    public static Owner other(String key) {
        return new Owner(Kind.OTHER, key);
    }

    @Override
    public int compareTo(Owner that) {
        return ORDER.compare(this, that);
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + key;
    }
}
