package dev.portcullis.local.mainjob;

import java.util.List;

/**
 * One request to the gate and what the law makes of it, worked out from the regulation and not from what the services answer.
 *
 * @param id names the request
 * @param item key of an item in {@code items.json}
 * @param party key of a counterparty in {@code parties.json}; empty for a release to an employee
 * @param person key of an employee in {@code employees.json}; empty where no person receives technology or source code
 * @param destination ISO 3166-1 alpha-2
 * @param activity as the contract of determinations names it
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
        String decision,
        String authority,
        String why,
        String citation) {

    static List<ExpectedDecision> all() {
        return Csv.read(Resources.text("decisions.csv")).stream()
                .map(row -> new ExpectedDecision(
                        row.getOrDefault("id", ""),
                        row.getOrDefault("item", ""),
                        row.getOrDefault("party", ""),
                        row.getOrDefault("person", ""),
                        row.getOrDefault("destination", ""),
                        row.getOrDefault("activity", ""),
                        row.getOrDefault("decision", ""),
                        row.getOrDefault("authority", ""),
                        row.getOrDefault("why", ""),
                        row.getOrDefault("citation", "")))
                .toList();
    }
}
