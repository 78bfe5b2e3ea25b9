package dev.portcullis.screening.risk;

import dev.portcullis.contracts.SignalState.Basis;
import dev.portcullis.contracts.SignalState.Direction;
import dev.portcullis.contracts.SignalState.Effective;
import dev.portcullis.contracts.SignalState.Kind;
import dev.portcullis.contracts.SignalState.Source;
import dev.portcullis.contracts.SignalState.Stage;
import dev.portcullis.screening.signal.Evidence;
import dev.portcullis.screening.signal.News;
import java.time.LocalDate;
import java.util.List;

/** Changes of the risk table, told as news. */
final class RiskNews {
    private RiskNews() {}

    /** A change of a Country Group. A group of A or B opens, one of D or E closes. */
    static News of(CountryGroups.Change change) {
        boolean opens = change.group().startsWith("A") || change.group().startsWith("B");
        String words = change.country().displayName() + (change.added() ? " joins" : " leaves") + " Country Group "
                + change.group();
        return new News(
                Kind.COUNTRY_RULE,
                Source.COUNTRY_GROUPS,
                Stage.FINAL,
                opens == change.added() ? Direction.EASES : Direction.TIGHTENS,
                words,
                words + " (Supplement No. 1 to 15 CFR Part 740).",
                change.effective(),
                new Effective(change.effective(), null, null, Basis.STATED),
                List.of(),
                List.of(change.country()),
                List.of(),
                change.citation(),
                null,
                List.of(new Evidence("kind", Kind.COUNTRY_RULE.name(), "The dated table of Country Groups has it")));
    }

    /** What the company says of a country. */
    static News of(CompanyView view, LocalDate today) {
        return new News(
                Kind.COMPANY_NOTICE,
                Source.COMPANY,
                Stage.FINAL,
                Direction.UNKNOWN,
                view.country().displayName() + " is " + view.level() + " for us",
                view.reason(),
                today,
                new Effective(view.from(), view.until(), null, Basis.STATED),
                List.of(),
                List.of(view.country()),
                List.of(),
                null,
                null,
                List.of());
    }
}
