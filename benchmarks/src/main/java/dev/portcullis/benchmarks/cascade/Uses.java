package dev.portcullis.benchmarks.cascade;

import static dev.portcullis.benchmarks.cascade.Answer.NOT_MET;
import static dev.portcullis.benchmarks.cascade.Answer.and;
import static dev.portcullis.benchmarks.cascade.Answer.is;

import org.jspecify.annotations.Nullable;

/** What an intended use calls for: a person, where an entry on that use describes the item. */
final class Uses {
    private Uses() {}

    static boolean end(Walk walk, Stated stated) {
        String use = stated.intendedUse;
        return walk.ends(use(use, "CYBERSECURITY", stated.describedBySecurityEntries))
                || walk.ends(use(use, "SURVEILLANCE", stated.describedBySurveillanceEntries))
                || walk.ends(use(use, "MILITARY", stated.describedByMilitaryEntries));
    }

    private static int use(@Nullable String said, String use, int described) {
        int answer = is(said, use);
        return answer == NOT_MET ? NOT_MET : and(answer, described);
    }
}
