package dev.portcullis.licensing.license;

import dev.portcullis.licensing.balance.LineBalance;
import java.util.List;

/** What came of an instruction. */
public sealed interface Outcome {
    /**
     * The balances moved.
     *
     * @param movements one a part, in their order
     * @param again whether they had moved before, and this request was the same once more
     * @param considered how each license covers its part; empty for what needs no coverage, and where it had moved before
     * @param after how each line stood then; empty where it had moved before
     */
    record Moved(List<MovementView> movements, boolean again, List<Coverage> considered, List<LineBalance> after)
            implements Outcome {
        public Moved {
            movements = List.copyOf(movements);
            considered = List.copyOf(considered);
            after = List.copyOf(after);
        }
    }

    /**
     * Nothing moved.
     *
     * @param why of which kind the reason is
     * @param detail the reason in words
     * @param considered the licenses that do not cover their part, each with its checks
     */
    record Refused(Why why, String detail, List<Coverage> considered) implements Outcome {
        public Refused {
            considered = List.copyOf(considered);
        }
    }

    /** Kinds of reasons. */
    enum Why {
        /** There is no such license, draw or assignment. */
        UNKNOWN,
        /** The reference moved something else before. */
        REFERENCE_USED,
        /** A license does not cover what was asked. */
        NOT_COVERED,
        /** The balance does not allow it. */
        NOT_POSSIBLE
    }
}
