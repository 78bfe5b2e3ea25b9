package dev.portcullis.licensing.regulation;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an entry of the control list says of a license exception (15 CFR 738.2(d)(2)).
 *
 * @param symbol such as {@code LVS}
 * @param eligibility how far
 * @param limitsUsd value limits for LVS in US dollars, in the order in which the entry names them; empty where there is none
 * @param terms the words of the entry
 */
public record ListBasedException(String symbol, Eligibility eligibility, List<BigDecimal> limitsUsd, String terms) {
    /** How far an exception is open to an entry's items. */
    public enum Eligibility {
        /** All of the entry's items. */
        YES,
        /** Some of them, as the terms say. */
        PARTLY,
        /** Open by its own section, but closed to some of them, as the terms say. */
        RESTRICTED
    }
}
