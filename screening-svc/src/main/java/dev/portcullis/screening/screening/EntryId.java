package dev.portcullis.screening.screening;

import java.util.Optional;

/**
 * An entry of a list in one word, for programs whose entities have one id: {@code SDN:12345}.
 *
 * @param list the code of the list
 * @param id the entry's id on it
 */
public record EntryId(String list, String id) {
    /** Reads the one word; nothing where it is none. */
    public static Optional<EntryId> parse(String text) {
        int colon = text.indexOf(':');
        return colon <= 0 || colon == text.length() - 1
                ? Optional.empty()
                : Optional.of(new EntryId(text.substring(0, colon), text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return list + ":" + id;
    }
}
