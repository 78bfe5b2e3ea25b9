package dev.portcullis.screening.match;

import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Evidence.Kind;
import dev.portcullis.screening.match.Evidence.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What country, birth, address and identifiers say for or against a match. What agrees never lowers a score, what contradicts never raises
 * it, and what is unknown on either side says nothing.
 */
final class EvidenceRules {
    private final Profile.Effects effects;

    EvidenceRules(Profile.Effects effects) {
        this.effects = effects;
    }

    private static final int COUNTRY = 1;
    private static final int BIRTH = 2;
    private static final int ADDRESS = 4;

    /** All kinds that can add to a score. */
    static final int ALL_KINDS = COUNTRY | BIRTH | ADDRESS;

    /** Which kinds of what can add to a score are known of somebody; only what both sides have in common can. */
    static int kinds(Asked.Clues asked) {
        return (asked.countries().isEmpty() ? 0 : COUNTRY)
                | (asked.births().isEmpty() ? 0 : BIRTH)
                | (asked.addresses().isEmpty() ? 0 : ADDRESS);
    }

    /** The same of an entry. */
    static int kinds(ListedParty listed) {
        boolean nowhere = listed.countries().isEmpty()
                && listed.particulars().nationalities().isEmpty();
        return (nowhere ? 0 : COUNTRY)
                | (listed.particulars().births().isEmpty() ? 0 : BIRTH)
                | (listed.addresses().isEmpty() ? 0 : ADDRESS);
    }

    /** The most that what is known can add to a score, identifiers aside: who has the same one is looked up by it. */
    double most(Asked.Clues asked) {
        return most(kinds(asked));
    }

    /** The most that some kinds can add together. */
    double most(int kinds) {
        return ((kinds & COUNTRY) == 0 ? 0 : effects.sameCountry())
                + ((kinds & BIRTH) == 0 ? 0 : effects.sameBirthDay())
                + ((kinds & ADDRESS) == 0 ? 0 : effects.sameAddress());
    }

    /** All that can be said, in the order of {@link Kind}; an identifier that agrees has its effect from {@link #total}. */
    List<Evidence> of(Asked.Clues asked, ListedParty listed) {
        List<Evidence> evidence = new ArrayList<>(4);
        if (!asked.isEmpty()) {
            country(asked, listed, evidence);
            birth(asked, listed, evidence);
            address(asked, listed, evidence);
            identifier(asked, listed, evidence);
        }
        return evidence;
    }

    /**
     * Adds what the evidence says to a name's score, and writes each effect as it came to be. An equal name stays one wherever its
     * bearer is; only a birth or a number of its own speaks against it.
     *
     * @param score the score of the names, 0 to 1
     * @param ceiling the most that names can score that are not equal
     */
    double total(double score, double ceiling, List<Evidence> evidence) {
        double total = score;
        for (int i = 0; i < evidence.size(); i++) {
            Evidence item = evidence.get(i);
            double next;
            if (item.kind() == Kind.IDENTIFIER && item.verdict() == Verdict.AGREES) {
                next = Math.max(total, effects.identifierFloor());
            } else if (total == 1) {
                boolean hard = item.effect() < 0 && item.kind() != Kind.COUNTRY;
                next = hard ? ceiling + item.effect() : 1;
            } else {
                next = Math.max(0, Math.min(ceiling, total + item.effect()));
            }
            evidence.set(
                    i, new Evidence(item.kind(), item.verdict(), item.asked(), item.listed(), round(next - total)));
            total = next;
        }
        return total;
    }

    private static double round(double effect) {
        return Math.round(effect * 10_000) / 10_000.0;
    }

    private void country(Asked.Clues asked, ListedParty listed, List<Evidence> evidence) {
        Set<String> countries = new TreeSet<>(listed.countries());
        countries.addAll(listed.particulars().nationalities());
        if (asked.countries().isEmpty() || countries.isEmpty()) {
            return;
        }
        boolean same = asked.countries().stream().anyMatch(countries::contains);
        evidence.add(new Evidence(
                Kind.COUNTRY,
                same ? Verdict.AGREES : Verdict.CONTRADICTS,
                String.join(" ", asked.countries()),
                String.join(" ", countries),
                same ? effects.sameCountry() : -effects.otherCountry()));
    }

    private void birth(Asked.Clues asked, ListedParty listed, List<Evidence> evidence) {
        List<String> births = listed.particulars().births();
        double effect = switch (Births.compare(asked.births(), births)) {
            case SAME_DAY -> effects.sameBirthDay();
            case COMPATIBLE -> effects.sameBirthYear();
            case NEAR, UNKNOWN -> 0;
            case APART -> -effects.otherBirth();
        };
        if (effect != 0) {
            evidence.add(new Evidence(
                    Kind.BIRTH,
                    effect > 0 ? Verdict.AGREES : Verdict.CONTRADICTS,
                    String.join(" ", asked.births()),
                    String.join(" ", births),
                    effect));
        }
    }

    /** The same place of business speaks for a match; another one says little, for parties move. */
    private void address(Asked.Clues asked, ListedParty listed, List<Evidence> evidence) {
        for (String address : asked.addresses()) {
            Set<String> words = words(address);
            for (String other : listed.addresses()) {
                Set<String> common = words(other);
                int all = Math.min(words.size(), common.size());
                common.retainAll(words);
                if (common.size() >= 3 && common.size() * 3 >= all * 2) {
                    evidence.add(new Evidence(Kind.ADDRESS, Verdict.AGREES, address, other, effects.sameAddress()));
                    return;
                }
            }
        }
    }

    private static Set<String> words(String address) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : address.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && words.size() < 64) {
                words.add(word);
            }
        }
        return words;
    }

    private void identifier(Asked.Clues asked, ListedParty listed, List<Evidence> evidence) {
        Evidence against = null;
        for (Identifier own : asked.identifiers()) {
            for (Identifier other : listed.particulars().identifiers()) {
                if (isSame(own, other)) {
                    evidence.add(new Evidence(
                            Kind.IDENTIFIER,
                            Verdict.AGREES,
                            own.type() + " " + own.number(),
                            other.type() + " " + other.number(),
                            0));
                    return;
                }
                if (isUnique(own.type()) && own.type().equals(other.type())) {
                    against = new Evidence(
                            Kind.IDENTIFIER,
                            Verdict.CONTRADICTS,
                            own.type() + " " + own.number(),
                            other.type() + " " + other.number(),
                            -effects.otherIdentifier());
                }
            }
        }
        if (against != null) {
            evidence.add(against);
        }
    }

    /** A party has one of these at most. */
    private static boolean isUnique(String type) {
        return type.equals(Identifier.IMO) || type.equals(Identifier.LEI);
    }

    /** The same number, of the same country where both name one. Types are free text on most lists, and say nothing. */
    private static boolean isSame(Identifier a, Identifier b) {
        String number = number(a.number());
        return number.length() >= SHORTEST_NUMBER
                && number.equals(number(b.number()))
                && (a.country() == null || b.country() == null || a.country().equals(b.country()))
                && isUnique(a.type()) == isUnique(b.type());
    }

    /** Shorter numbers name nobody. */
    static final int SHORTEST_NUMBER = 5;

    /** The number as it is compared: letters and digits, without the prefix that ships' numbers are written with. */
    static String number(String text) {
        String bare = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return bare.matches("IMO\\d{7}") ? bare.substring(3) : bare;
    }
}
