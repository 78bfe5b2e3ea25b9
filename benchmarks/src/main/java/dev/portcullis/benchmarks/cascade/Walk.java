package dev.portcullis.benchmarks.cascade;

/** How far the order of review has come: the first paragraph that is met ends it, and so does a missing fact. */
final class Walk {
    private boolean undefined;
    private boolean missing;

    boolean ends(int answer) {
        if (answer == Answer.NOT_MET) {
            return false;
        }
        if (answer == Answer.UNDEFINED) {
            undefined = true;
            return false;
        }
        missing = answer == Answer.MISSING;
        return true;
    }

    Verdict at(Verdict met) {
        if (missing) {
            return Verdict.OPEN;
        }
        return undefined ? Verdict.REVIEW : met;
    }
}
