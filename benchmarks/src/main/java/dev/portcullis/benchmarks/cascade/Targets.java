package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.MET;
import static dev.portcullis.benchmarks.cascade.Answer.MISSING;
import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;

import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Relation.Purpose;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What software or technology is for, as bits of {@link Target}, for development or production, and for use. Which lists hold a
 * paragraph is found out once for each paragraph that datasheets name.
 */
final class Targets {
    private static final Map<String, Long> KNOWN = new ConcurrentHashMap<>();
    private static final Targets NONE = new Targets(NOT_MET);
    private static final Targets UNSAID = new Targets(MISSING);

    private long made;
    private long used;

    /** The answers where no list is met. */
    private int madeElse;

    private int usedElse;

    private Targets(int otherwise) {
        madeElse = otherwise;
        usedElse = otherwise;
    }

    static Targets of(@Nullable List<Relation> relations) {
        if (relations == null) {
            return UNSAID;
        }
        if (relations.isEmpty()) {
            return NONE;
        }
        Targets targets = new Targets(NOT_MET);
        for (int i = 0; i < relations.size(); i++) {
            targets.add(relations.get(i));
        }
        return targets;
    }

    private void add(Relation relation) {
        String controlledBy = relation.controlledBy();
        long lists = controlledBy == null ? 0 : lists(controlledBy);
        int otherwise = controlledBy == null ? MISSING : NOT_MET;
        for (Purpose purpose : relation.purposes()) {
            if (purpose == Purpose.USE) {
                used |= lists;
                usedElse = Math.min(usedElse, otherwise);
            } else {
                made |= lists;
                madeElse = Math.min(madeElse, otherwise);
            }
        }
    }

    private static long lists(String paragraph) {
        Long known = KNOWN.get(paragraph);
        if (known == null) {
            long bits = 0;
            for (Target target : Target.values()) {
                bits |= target.covers(paragraph) ? target.bit() : 0;
            }
            known = bits;
            KNOWN.put(paragraph, known);
        }
        return known;
    }

    /** Nothing is said of what the item is for that any list holds or leaves open. */
    boolean none() {
        return (made | used) == 0 && madeElse == NOT_MET && usedElse == NOT_MET;
    }

    /** For development or production of one of a list. */
    int made(Target target) {
        return (made & target.bit()) != 0 ? MET : madeElse;
    }

    /** For use of one of a list. */
    int used(Target target) {
        return (used & target.bit()) != 0 ? MET : usedElse;
    }

    /** For development, production or use of one of a list. */
    int all(Target target) {
        return ((made | used) & target.bit()) != 0 ? MET : Math.min(madeElse, usedElse);
    }
}
