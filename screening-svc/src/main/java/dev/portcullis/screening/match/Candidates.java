package dev.portcullis.screening.match;

/**
 * Gathers the names that can reach the threshold, by a bound of their scores that is cheap to reckon. Names that meet one of the query's most telling words are taken up, word by word, until
 * what is left of the query could not reach the threshold alone: a common word does not bring in its thousands of names.
 */
final class Candidates {
    private final NameTable index;
    private final Profile profile;
    private final double threshold;
    private final Scratch scratch;
    private double core;
    private double coreLetters;
    private double plain;
    private double plainLetters;

    Candidates(NameTable index, Profile profile, double threshold, Scratch scratch) {
        this.index = index;
        this.profile = profile;
        this.threshold = threshold;
        this.scratch = scratch;
    }

    /** Finds what each word is like, in the scratch's pairs, and takes up the names. */
    void gather(Query query) {
        for (int i = 0; i < query.words().length; i++) {
            pair(query, i, false);
        }
        core = query.weight(query.core());
        coreLetters = query.weight(query.core() & query.letters());
        plain = query.weight(query.plain());
        plainLetters = query.weight(query.letters());
        addJoined(query);
        addTelling(query, query.core());
        if (query.core() != query.plain()) {
            addTelling(query, query.plain());
        }
    }

    /** Compares each word with each of the index, and takes up all names. */
    void scan(Query query) {
        for (int i = 0; i < query.words().length; i++) {
            pair(query, i, true);
        }
        for (int name = 0; name < index.size(); name++) {
            scratch.joinedCandidate(name);
        }
    }

    private void pair(Query query, int place, boolean scan) {
        Term term = query.words()[place];
        double weight = term.weight();
        Likes likes = scan ? index.terms().scan(term, scratch) : index.terms().like(term, scratch);
        for (int i = 0; i < likes.size(); i++) {
            double gain = likes.value(i) * Math.min(weight, index.terms().weight(likes.term(i)));
            scratch.pair(likes.term(i), place, likes.value(i), likes.how(i), weight, gain);
        }
    }

    /** Words of the query that stand apart and are one in a listed name, and the reverse. */
    private void addJoined(Query query) {
        for (Query.Joined joined : query.joined()) {
            int to = index.postingsTo(joined.term());
            for (int at = index.postingsFrom(joined.term()); at < to; at++) {
                scratch.joinedCandidate(index.posting(at));
            }
        }
        for (Term word : query.words()) {
            if (word.text().length() < NameTable.SHORTEST_JOINED) {
                continue;
            }
            int hash = Hashes.mix(Hashes.letters(word.text()));
            int to = index.joins().to(hash);
            for (int at = index.joins().from(hash); at < to; at++) {
                int name = index.joins().number(at, hash);
                if (name >= 0) {
                    scratch.joinedCandidate(name);
                }
            }
        }
    }

    private void addTelling(Query query, long set) {
        double all = query.weight(set);
        double enough = all * enough() - 1e-9;
        double left = all;
        double leftWithInitials = all;
        boolean onlyLetters = (set & ~query.letters()) == 0;
        double initials = 0;
        for (int place : query.telling(set)) {
            Term word = query.words()[place];
            if (leftWithInitials < enough || word.isLetter() && !onlyLetters) {
                return;
            }
            boolean withInitialsOnly = left < enough;
            double missed = all - left - initials;
            left -= word.weight();
            takeUp(place, word.weight(), left, initials, missed, withInitialsOnly);
            // A name that holds initials may have one for the word.
            double initial = Math.min(word.weight(), initialWeight(word));
            initials += initial;
            leftWithInitials -= word.weight() - initial;
        }
    }

    /**
     * Takes up the names that hold a word which is like the one at a place, as long as that is like enough: those that meet a more telling word
     * have been taken up already, so that the others meet at most this word so far, what is left in full, and initials.
     */
    private void takeUp(
            int place, double weight, double left, double initials, double missed, boolean withInitialsOnly) {
        scratch.pairedWith(place, (term, value) -> {
            double paired = Math.min(weight, index.terms().weight(term));
            double most = left + initials + value * paired;
            double all = 2 * (left + initials + paired) + profile.omission() * missed;
            if (2 * most < (threshold - 1e-9) * all) {
                return;
            }
            int to = index.postingsTo(term);
            for (int at = index.postingsFrom(term); at < to; at++) {
                int name = index.posting(at);
                if ((!withInitialsOnly || index.hasLetters(name)) && canReach(name)) {
                    scratch.candidate(name);
                }
            }
        });
    }

    private double initialWeight(Term word) {
        int letter = index.terms().id(word.text().substring(0, 1));
        return letter < 0 ? 0 : index.terms().weight(letter);
    }

    /**
     * The share of a query's weight that alone can still reach the threshold t: with a share s met in full and the rest
     * missing, the score is at most 2s / (2s + omission (1 - s)), which is t at s = t omission / (2 (1 - t) + t omission).
     */
    private double enough() {
        double most = threshold * profile.omission();
        return most / (2 * (1 - threshold) + most);
    }

    /**
     * Whether the name's score may reach the threshold, by the query's core or by all of its words. Most of a search of a great list is spent here: a
     * word that is like none of the query's is told by one bit, and what such words weigh is known of the name as a whole.
     */
    private boolean canReach(int name) {
        boolean hasLetters = index.hasLetters(name);
        double alike = 0;
        double queryMet = 0;
        double listedMet = 0;
        int to = index.to(name);
        for (int at = index.from(name); at < to; at++) {
            int term = index.word(at);
            if (scratch.isPaired(term)) {
                alike += scratch.bestGain(term);
                queryMet += scratch.bestWeight(term);
                listedMet += index.terms().weight(term);
            } else if (hasLetters && index.terms().get(term).isLetter()) {
                double own = index.terms().weight(term);
                alike += own;
                queryMet += own;
                listedMet += own;
            }
        }
        double more = index.weight(name) - listedMet;
        return bound(alike + coreLetters, core - queryMet - coreLetters, more - coreLetters) >= threshold
                || plain != core
                        && bound(alike + plainLetters, plain - queryMet - plainLetters, more - plainLetters)
                                >= threshold;
    }

    /** The score of as much that is alike, as much of the query that is missing and as much of the name that is more. */
    private double bound(double alike, double missing, double more) {
        double left = Math.max(0, missing);
        double right = Math.max(0, more);
        double against = 2 * Math.min(left, right) + profile.omission() * Math.abs(left - right);
        return 2 * alike / (2 * alike + against);
    }
}
