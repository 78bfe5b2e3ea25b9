package dev.portcullis.licensing.determination;

import dev.portcullis.licensing.determination.RedFlag.Closing;
import dev.portcullis.licensing.determination.Step.Used;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Has somebody seen a red flag? Supplement No. 3 to Part 732: inquire, and hold the transaction until it is resolved. */
final class RedFlagStep {
    private static final String QUESTION = "Is a red flag open?";
    private static final String CITATION = "Supp. No. 3 to 15 CFR Part 732; 15 CFR 736.2(b)(10)";

    private RedFlagStep() {}

    static void judge(Walk walk) {
        if (walk.flags.isEmpty()) {
            return;
        }
        Set<String> scopes = walk.transaction.redFlagScopes();
        walk.flags.stream()
                .filter(flag -> scopes.contains(flag.kind().scope(flag.subject())))
                .sorted(Comparator.comparing(RedFlag::id))
                .forEach(flag -> tell(walk, flag));
    }

    private static void tell(Walk walk, RedFlag flag) {
        List<Used> used = List.of(new Used(flag.kind().word(), flag.subject(), "red flag " + flag.id()));
        String which = (flag.number().equals("OTHER") ? "A red flag" : "Red flag " + flag.number()) + " ("
                + flag.title() + ")";
        Closing closing = flag.closing();
        if (closing == null) {
            walk.asks(
                    QUESTION,
                    used,
                    which + " is open on the " + flag.kind().word() + " " + flag.subject() + ": " + flag.seen()
                            + " Inquire; a compliance officer must close " + flag.id() + " with what was found.",
                    CITATION);
        } else {
            walk.note(
                    QUESTION,
                    used,
                    which + " on the " + flag.kind().word() + " " + flag.subject() + " was closed on "
                            + LocalDate.ofInstant(closing.at(), ZoneOffset.UTC) + " by " + closing.by() + ": "
                            + closing.reason(),
                    CITATION);
        }
    }
}
