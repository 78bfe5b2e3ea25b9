package dev.portcullis.local.mainjob;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One request to the gate and what the law makes of it, worked out from the regulation and not from what the services answer.
 *
 * @param id names the request
 * @param item key of an item in {@code items.json}
 * @param party key of a counterparty in {@code parties.json}; empty for a release to an employee
 * @param person key of an employee in {@code employees.json}; empty where no person receives technology or source code
 * @param destination ISO 3166-1 alpha-2; empty for a release to an employee
 * @param activity as the contract of determinations names it
 * @param endUse the known end use, in the words of Part 744
 * @param exceptionFacts what the sender states for a license exception
 * @param decision {@code PERMITTED}, {@code REVIEW} or {@code DENIED}
 * @param authority what permits; empty where nothing does
 * @param why in one sentence
 * @param citation the provisions that decide
 */
record ExpectedDecision(
        String id,
        String item,
        String party,
        String person,
        String destination,
        String activity,
        String endUse,
        Map<String, String> exceptionFacts,
        String decision,
        String authority,
        String why,
        String citation) {

    static List<ExpectedDecision> all() {
        return Csv.read(Resources.text("decisions.csv")).stream()
                .map(row -> new ExpectedDecision(
                        field(row, "id"),
                        field(row, "item"),
                        field(row, "party"),
                        field(row, "person"),
                        field(row, "destination"),
                        field(row, "activity"),
                        field(row, "endUse"),
                        facts(field(row, "exceptionFacts")),
                        field(row, "decision"),
                        field(row, "authority"),
                        field(row, "why"),
                        field(row, "citation")))
                .toList();
    }

    /** The request for that item, party and person, whatever it is called. */
    static ExpectedDecision of(List<ExpectedDecision> all, String item, String party, String person) {
        return all.stream()
                .filter(row -> row.item().equals(item)
                        && row.party().equals(party)
                        && row.person().equals(person))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("No decision is expected for " + item + " to " + party + person));
    }

    private static String field(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), () -> "decisions.csv lacks the field " + name);
    }

    private static Map<String, String> facts(String text) {
        Map<String, String> facts = new TreeMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(";")) {
            int equals = pair.indexOf('=');
            facts.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return facts;
    }
}
