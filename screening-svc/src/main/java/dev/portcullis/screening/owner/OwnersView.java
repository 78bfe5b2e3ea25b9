package dev.portcullis.screening.owner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.OwnershipFinding;
import dev.portcullis.screening.ownership.Stake;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who owns a party, and what each rule makes of it on a day.
 *
 * @param party the party's id
 * @param asOf the day
 * @param knownAt as it was known at this instant; absent where it is as known now
 * @param edition the edition of the lists by which owners are known to be listed: the current one, whatever the day
 * @param findings what each rule says, with its standing on the day
 * @param stakes what is told of the party itself
 * @param names what the owners in the answer are called
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnersView(
        String party,
        LocalDate asOf,
        @Nullable Instant knownAt,
        String edition,
        List<OwnershipFinding> findings,
        List<StakeView> stakes,
        Map<String, String> names) {

    /**
     * A stake as it is told.
     *
     * @param owner who owns, controls or is the same
     * @param owned the party, or the owner of a chain
     * @param kind what the stake is
     * @param share percent or a range of percent; absent where the stake is no ownership
     * @param from first day
     * @param to last day
     * @param source who says so
     * @param holds whether it holds on the day
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StakeView(
            Owner owner,
            Owner owned,
            Stake.Kind kind,
            @Nullable String share,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String source,
            boolean holds) {
        static StakeView of(Stake stake, LocalDate day) {
            return new StakeView(
                    stake.owner(),
                    stake.owned(),
                    stake.kind(),
                    stake.kind() == Stake.Kind.OWNERSHIP ? stake.share().toString() : null,
                    stake.from(),
                    stake.to(),
                    stake.source(),
                    stake.holdsOn(day));
        }
    }

    static List<StakeView> stakesOf(Owner party, List<Stake> stakes, LocalDate day) {
        return stakes.stream()
                .filter(stake -> stake.owned().equals(party)
                        || (stake.kind() == Stake.Kind.SAME && stake.owner().equals(party)))
                .map(stake -> StakeView.of(stake, day))
                .sorted(Comparator.comparing(StakeView::owner)
                        .thenComparing(StakeView::source)
                        .thenComparing(view -> String.valueOf(view.from())))
                .toList();
    }

    static Map<String, String> names(
            List<OwnershipFinding> findings, List<StakeView> stakes, java.util.function.Function<Owner, String> name) {
        Map<String, String> names = new TreeMap<>();
        java.util.function.Consumer<Owner> add = owner -> {
            String known = name.apply(owner);
            if (!known.isEmpty()) {
                names.put(owner.toString(), known);
            }
        };
        findings.forEach(finding -> finding.chain().forEach(link -> {
            add.accept(link.owner());
            add.accept(link.owned());
        }));
        stakes.forEach(stake -> {
            add.accept(stake.owner());
            add.accept(stake.owned());
        });
        return names;
    }
}
