package dev.portcullis.licensing.signal;

import dev.portcullis.contracts.SignalState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Which ties between signals and things count, and what they change, by {@code signals/effects.csv}. Immutable. */
final class Effects {
    private static final List<String> HEADINGS = List.of("kind", "subject", "tie", "within", "effect", "reason");

    private final List<Effect> effects;

    private Effects(List<Effect> effects) {
        this.effects = effects;
    }

    /**
     * A tie that counts.
     *
     * @param kind the signal's kind
     * @param subject the kind of thing
     * @param tie what ties them
     * @param ofNamedEntries whether the tie counts only for things of a named entry, if the signal names any
     * @param effect what changes, for people
     * @param reason why the tie counts
     */
    record Effect(
            SignalState.Kind kind, Thing.Kind subject, Tie tie, boolean ofNamedEntries, String effect, String reason) {}

    /** The effects that ship with the service. */
    static Effects shipped() {
        return Shipped.EFFECTS;
    }

    /** The ties that count, in the order of the table. */
    List<Effect> of(SignalState.Kind kind, Thing.Kind subject) {
        return effects.stream()
                .filter(effect -> effect.kind() == kind && effect.subject() == subject)
                .toList();
    }

    /** Whether signals of a kind may touch anything here. */
    boolean concern(SignalState.Kind kind) {
        return effects.stream().anyMatch(effect -> effect.kind() == kind);
    }

    private static final class Shipped {
        private static final Effects EFFECTS = load();

        private static Effects load() {
            try (InputStream in = Effects.class.getResourceAsStream("/signals/effects.csv");
                    BufferedReader reader = new BufferedReader(
                            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
                List<List<String>> lines = reader.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> List.of(line.split(",", -1)))
                        .toList();
                if (!lines.get(0).equals(HEADINGS)) {
                    throw new IllegalStateException("signals/effects.csv has other headings than " + HEADINGS);
                }
                return new Effects(lines.stream().skip(1).map(Shipped::effect).toList());
            } catch (IOException e) {
                throw new UncheckedIOException("the shipped table effects.csv is unreadable", e);
            }
        }

        private static Effect effect(List<String> cells) {
            if (cells.size() != HEADINGS.size() || !List.of("ENTRIES", "ANY").contains(cells.get(3))) {
                throw new IllegalStateException("signals/effects.csv has a line that is none: " + cells);
            }
            return new Effect(
                    SignalState.Kind.valueOf(cells.get(0)),
                    Thing.Kind.valueOf(cells.get(1)),
                    Tie.valueOf(cells.get(2)),
                    cells.get(3).equals("ENTRIES"),
                    cells.get(4),
                    cells.get(5));
        }
    }
}
