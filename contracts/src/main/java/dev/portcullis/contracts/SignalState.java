package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * News that may change what is permitted, on {@value Topics#SIGNALS}, owned by screening-svc. The topic is a stream: a record
 * stays for as long as the topic keeps it, and a signal comes a second time, one version later, when a person has acknowledged it.
 *
 * <p>A signal is a reason to look and decides nothing: what is permitted follows from facts and law.
 *
 * @param id opaque id of the signal, the record's key
 * @param version 1, and 2 once it is acknowledged
 * @param kind what happened
 * @param source where it was learned
 * @param stage whether it binds
 * @param direction which way it moves what is permitted
 * @param title one line for people
 * @param text more of it, in the publisher's words where there is one
 * @param publishedOn the day of its publication, in Washington for a document of the Federal Register
 * @param effective from when it binds; absent where it binds nobody, or where that is not known
 * @param eccns the entries of the Commerce Control List that it names or describes; none does not mean that no item is touched
 * @param countries the countries that it is aimed at
 * @param parties the parties that it names, as they are written there
 * @param citation where it can be read, such as {@code 90 FR 47201}
 * @param url an address of it
 * @param raisedAt when screening-svc learned of it
 * @param acknowledgedAt when a person acknowledged it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignalState(
        String id,
        long version,
        Kind kind,
        Source source,
        Stage stage,
        Direction direction,
        String title,
        String text,
        LocalDate publishedOn,
        @Nullable Effective effective,
        List<Eccn> eccns,
        List<CountryCode> countries,
        List<String> parties,
        @Nullable String citation,
        @Nullable String url,
        Instant raisedAt,
        @Nullable Instant acknowledgedAt) {

    public SignalState {
        Require.text(id, "id");
        Require.version(version);
        Require.present(kind, "kind");
        Require.present(source, "source");
        Require.present(stage, "stage");
        Require.present(direction, "direction");
        Require.text(title, "title");
        Require.present(text, "text");
        Require.present(publishedOn, "publishedOn");
        Require.present(raisedAt, "raisedAt");
        eccns = eccns == null ? List.of() : List.copyOf(eccns);
        countries = countries == null ? List.of() : List.copyOf(countries);
        parties = parties == null ? List.of() : List.copyOf(parties);
    }

    /** What happened, by what a compliance officer does next. */
    public enum Kind {
        /** Parties were put on a list, or measures imposed on named or numbered parties: screen. */
        LIST_ADDITION,
        /** Parties were taken off a list: look at holds and at parties that were turned away. */
        LIST_REMOVAL,
        /** Entries were changed, none added or removed: look at those that were matched or cleared. */
        LIST_CHANGE,
        /** What is controlled, or for which end use or end user, changed: classify and determine again. */
        CONTROL_RULE,
        /** What goes for a country as a whole changed, a country group or an embargo: look at destinations. */
        COUNTRY_RULE,
        /** A license exception, a license of general effect or the policy of review changed: look at what permits. */
        LICENSE_POLICY,
        /** Somebody's export privileges were denied, the denial renewed or lifted, or somebody was debarred. */
        DENIAL_ORDER,
        /** A sanctions program or the emergency that it rests on was begun, amended, continued or ended. */
        SANCTIONS_PROGRAM,
        /** A general license under a sanctions program was published. */
        GENERAL_LICENSE,
        /** Who owns a party, or how much of it, changed. */
        OWNERSHIP_CHANGE,
        /** Something that the company says itself. */
        COMPANY_NOTICE,
        /** Of an agency of export control or sanctions, and changes no duty: a briefing, a notification, a question. */
        NOTICE
    }

    /** Where it was learned. */
    public enum Source {
        FEDERAL_REGISTER,
        LIST_EDITION,
        COUNTRY_GROUPS,
        CONTROL_LIST,
        OWNERSHIP,
        COMPANY
    }

    /** Whether it binds. */
    public enum Stage {
        /** It binds, or will on its day. */
        FINAL,
        /** A proposal. */
        PROPOSED,
        /** It tells and binds nobody. */
        INFORMATION
    }

    /** Which way it moves what is permitted. */
    public enum Direction {
        TIGHTENS,
        EASES,
        /** Something that binds is set aside for a time. */
        SUSPENDS,
        /** Something goes on that would have ended. */
        CONTINUES,
        CORRECTS,
        UNKNOWN
    }

    /**
     * From when it binds.
     *
     * @param from the first day, of the earliest part where there are several
     * @param until the last day, where it has one
     * @param compliance the first day on which one must comply, where that is a later one
     * @param basis how that is known
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Effective(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate compliance,
            Basis basis) {
        public Effective {
            Require.present(from, "effective.from");
            Require.present(basis, "effective.basis");
            if (until != null && until.isBefore(from)) {
                throw new IllegalArgumentException("effective.until lies before effective.from");
            }
        }

        /** Whether it binds on a day. */
        public boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** How the effective day is known. */
    public enum Basis {
        /** The publisher's data say so in a field of its own. */
        PUBLISHER,
        /** The text says so. */
        STATED,
        /** Nothing says so: by the day of publication everybody is taken to know it (44 USC 1507), so no later than this. */
        PUBLICATION
    }
}
