package dev.portcullis.screening.signal;

import dev.portcullis.contracts.SignalState.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a kind of signal changes for a party, by {@code signals/effects.csv}. Immutable. */
final class Effects {
    private final Map<Kind, Map<Relation, String>> effects;

    private Effects(Map<Kind, Map<Relation, String>> effects) {
        this.effects = effects;
    }

    /** The effects that ship with the service. */
    static Effects shipped() {
        return Shipped.EFFECTS;
    }

    /** What changes; nothing where such a tie is none. */
    Optional<String> effect(Kind kind, Relation relation) {
        return Optional.ofNullable(effects.getOrDefault(kind, Map.of()).get(relation));
    }

    private static final class Shipped {
        private static final Effects EFFECTS = load();

        private static Effects load() {
            Map<Kind, Map<Relation, String>> effects = new EnumMap<>(Kind.class);
            for (Map<String, String> row : DataFile.rows("effects.csv")) {
                effects.computeIfAbsent(
                                Kind.valueOf(DataFile.column(row, "kind")), kind -> new EnumMap<>(Relation.class))
                        .put(Relation.valueOf(DataFile.column(row, "relation")), DataFile.column(row, "effect"));
            }
            return new Effects(effects);
        }
    }
}
