package dev.portcullis.screening.signal;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.screening.party.Party;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells by which ties a signal touches a party and what changes for it. */
final class ImpactRules {
    private final Effects effects = Effects.shipped();

    /** Whether a signal of this kind is tied to parties by names. */
    boolean asksForNames(Kind kind) {
        return effects.effect(kind, Relation.NAMED).isPresent();
    }

    /** The ties between a signal and a party; none where it does not touch it. */
    List<Touch> touches(News news, NamedParties named, Party party) {
        Party.Details details = party.details();
        List<Touch> touches = new ArrayList<>();
        country(touches, news, party, Relation.COUNTRY, details.country());
        country(touches, news, party, Relation.HEADQUARTERS, details.headquarters());
        country(touches, news, party, Relation.PARENT, details.ultimateParentHeadquarters());
        effects.effect(news.kind(), Relation.NAMED)
                .ifPresent(effect -> named.like(details.name(), details.aliases())
                        .ifPresent(words -> touches.add(new Touch(party.id(), Relation.NAMED, words, effect))));
        return touches;
    }

    private void country(
            List<Touch> touches, News news, Party party, Relation relation, @Nullable CountryCode country) {
        if (country != null && news.countries().contains(country)) {
            effects.effect(news.kind(), relation)
                    .ifPresent(effect -> touches.add(new Touch(party.id(), relation, country.value(), effect)));
        }
    }
}
