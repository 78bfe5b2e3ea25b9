package dev.portcullis.personnel.membership;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is to be done so that what is becomes what should be.
 *
 * @param leave what is and should not be
 * @param join what should be and is not
 */
record Comparison(Set<String> leave, Set<String> join) {
    static Comparison of(Set<String> is, Set<String> should) {
        Set<String> leave = new LinkedHashSet<>(is);
        leave.removeAll(should);
        Set<String> join = new LinkedHashSet<>(should);
        join.removeAll(is);
        return new Comparison(leave, join);
    }
}
