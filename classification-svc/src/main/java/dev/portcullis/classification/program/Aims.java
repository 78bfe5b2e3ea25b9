package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Relation.Purpose;
import dev.portcullis.classification.rules.ParagraphRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What items are for, answered for all criteria at once: by the entry that controls the other item, those that name it. */
final class Aims {
    /** Where the paragraph begins in {@code 3A090.a.1}. */
    private static final int ECCN = 5;

    private final Map<String, List<Aim>> byEccn = new HashMap<>();
    private final List<Aim> all = new ArrayList<>();

    /**
     * A criterion, or one paragraph of it.
     *
     * @param slot of the criterion
     * @param purposes a bit for each of them
     * @param paragraph the paragraph that it names; null for the entry as a whole
     */
    private record Aim(int slot, int purposes, @Nullable String paragraph) {
        boolean covers(String controlledBy) {
            if (paragraph == null) {
                return true;
            }
            int end = ECCN + 1 + paragraph.length();
            return controlledBy.startsWith(paragraph, ECCN + 1)
                    && (controlledBy.length() == end || controlledBy.charAt(end) == '.');
        }
    }

    void add(int slot, Slot.IsFor isFor) {
        int purposes = bits(isFor.criterion().purposes());
        all.add(new Aim(slot, purposes, null));
        for (ParagraphRef paragraph : isFor.criterion().paragraphs()) {
            byEccn.computeIfAbsent(paragraph.eccn().value(), eccn -> new ArrayList<>())
                    .add(new Aim(slot, purposes, paragraph.paragraph()));
        }
    }

    /** Writes the answers, of which each is no before. */
    void rank(@Nullable List<Relation> relations, int[] ranks) {
        if (relations == null) {
            all.forEach(aim -> ranks[aim.slot] = Node.MISSING);
            return;
        }
        for (int i = 0; i < relations.size(); i++) {
            Relation relation = relations.get(i);
            int purposes = bits(relation.purposes());
            String controlledBy = relation.controlledBy();
            if (controlledBy == null) {
                open(purposes, ranks);
                continue;
            }
            String eccn = controlledBy.length() <= ECCN ? controlledBy : controlledBy.substring(0, ECCN);
            for (Aim aim : byEccn.getOrDefault(eccn, List.of())) {
                if ((aim.purposes & purposes) != 0 && aim.covers(controlledBy)) {
                    ranks[aim.slot] = Node.MET;
                }
            }
        }
    }

    /** The other item has no classification yet. */
    private void open(int purposes, int[] ranks) {
        for (Aim aim : all) {
            if ((aim.purposes & purposes) != 0) {
                ranks[aim.slot] = Math.min(ranks[aim.slot], Node.MISSING);
            }
        }
    }

    private static int bits(Set<Purpose> purposes) {
        int bits = 0;
        for (Purpose purpose : purposes) {
            bits |= 1 << purpose.ordinal();
        }
        return bits;
    }
}
