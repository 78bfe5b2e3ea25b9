package dev.portcullis.licensing.dossier;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Classification;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import dev.portcullis.licensing.determination.Transaction.Role;
import dev.portcullis.licensing.regulation.ControlRow;
import dev.portcullis.licensing.regulation.Regulations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a determination and the facts into what forms and rules know. */
public final class Dossier {
    private static final List<String> GROUPS =
            List.of("A:1", "A:5", "A:6", "B", "D:1", "D:2", "D:3", "D:4", "D:5", "E:1", "E:2");

    private Dossier() {}

    /**
     * What is known.
     *
     * @param item the item as it is known; null where it is not
     * @param parties the parties that are known, by id
     * @param law the law of the day on which the determination was made
     */
    public static Known.Gathering of(
            Determination determination, @Nullable ItemState item, Map<String, PartyState> parties, Regulations law) {
        Transaction transaction = determination.transaction();
        Known.Gathering known = new Known.Gathering()
                .text("activity", transaction.activity())
                .yes("toPerson", transaction.toPerson())
                .text("outcome", determination.outcome())
                .text("authority", determination.authority())
                .text("reviewPolicy", determination.reviewPolicy())
                .texts("endUses", transaction.endUses())
                .texts("roles", roles(transaction))
                .text("usml", "NONE");
        CountryCode destination = determination.destination();
        if (destination != null) {
            known.text("destination", destination)
                    .texts(
                            "destinationGroups",
                            GROUPS.stream()
                                    .filter(group -> law.groups().isIn(destination, group))
                                    .toList());
            if (transaction.toPerson()) {
                known.text("person.country", destination);
            }
        }
        parties(known, transaction, parties);
        if (item != null) {
            item(known, item, law);
        }
        if (transaction.toPerson()) {
            known.yes("tangible", false);
        } else if (item != null && item.form() == ItemState.Form.COMMODITY) {
            known.yes("tangible", true);
        }
        return known;
    }

    private static Set<String> roles(Transaction transaction) {
        return transaction.parties().stream().map(party -> party.role().name()).collect(Collectors.toSet());
    }

    private static void parties(Known.Gathering known, Transaction transaction, Map<String, PartyState> parties) {
        for (Role role : Role.values()) {
            for (PartyRole party : transaction.parties()) {
                PartyState state = parties.get(party.partyId());
                if (party.role() == role && state != null) {
                    known.text("party." + role + ".name", state.name())
                            .text("party." + role + ".country", state.country());
                }
            }
        }
        boolean all = transaction.partyIds().stream().allMatch(id -> {
            PartyState state = parties.get(id);
            return state != null && state.screening() != null;
        });
        boolean listed = parties.values().stream()
                .anyMatch(party -> party.screening() != null
                        && party.screening().hits().stream()
                                .anyMatch(hit -> hit.list().equals("UVL")));
        // Unlisted only where each of them is known and screened; possibly listed counts as listed.
        if (listed || all) {
            known.yes("unverified", listed);
        }
    }

    private static void item(Known.Gathering known, ItemState item, Regulations law) {
        known.text("item.name", item.name())
                .text("item.partNumber", item.partNumber())
                .text("item.form", item.form());
        Classification classification = item.classification();
        Eccn eccn = classification == null ? null : classification.eccn();
        if (classification == null || eccn == null) {
            return;
        }
        String paragraph = classification.paragraph();
        String whole = paragraph == null || paragraph.isEmpty() ? eccn.value() : eccn.value() + "." + paragraph;
        boolean listed = !eccn.value().equals("EAR99");
        boolean isZ = paragraph != null && (paragraph.equals("z") || paragraph.startsWith("z."));
        known.text("item.eccn", eccn.value())
                .text("item.classification", whole)
                .text("item.eccnForEei", eccn.value())
                .yes("item.listed", listed)
                .yes("item.z", isZ)
                .yes("item.majorDefenseEquipment", eccn.value().matches("[0-9][A-E]6[0-9]{2}") ? null : Boolean.FALSE)
                .text("item.category", listed ? eccn.value().substring(0, 1) : "none")
                .yes("item.atOnly", antiTerrorismOnly(eccn, whole, law))
                .number("item.tpp", number(classification.totalProcessingPerformance()))
                .number("item.performanceDensity", number(classification.performanceDensity()))
                .number("item.dramBandwidth", number(classification.totalDramBandwidth()))
                .yes("item.dataCenter", classification.dataCenter())
                .texts("item.relatedTo", classification.relatedTo())
                .text("item.technical", technical(classification, whole))
                // 758.1(g)(5): the paragraph .z is the first text of the description.
                .text("item.description", isZ ? ".z " + item.name() : item.name());
        List<ControlRow> rows = law.controlRows(eccn);
        if (!rows.isEmpty()) {
            Set<String> reasons = new TreeSet<>();
            for (ControlRow row : rows) {
                if (row.applies(paragraph, classification.relatedTo()) != ControlRow.Applies.NO) {
                    reasons.add(row.reason());
                }
            }
            known.texts("item.reasons", reasons);
        }
    }

    /** Whether no reason but AT controls the item; null where the shipped law does not say. */
    public static @Nullable Boolean antiTerrorismOnly(Eccn eccn, String whole, Regulations law) {
        if (eccn.value().equals("EAR99") || law.isAntiTerrorismOnly(whole)) {
            return true;
        }
        if (law.hasOtherReasons(eccn)) {
            return false;
        }
        // An entry of which the shipped law knows no reason at all is not known to be free of others.
        return law.controlRows(eccn).isEmpty() ? null : Boolean.TRUE;
    }

    private static @Nullable BigDecimal number(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    /** The figures of the datasheet on which the classification turns, in a sentence. */
    private static String technical(Classification classification, String whole) {
        List<String> said = new ArrayList<>(List.of("Classified " + whole));
        if (!classification.relatedTo().isEmpty()) {
            said.add("for items of " + String.join(", ", classification.relatedTo()));
        }
        figure(said, "total processing performance", classification.totalProcessingPerformance(), "");
        figure(said, "performance density", classification.performanceDensity(), " per square millimeter");
        figure(said, "total DRAM bandwidth", classification.totalDramBandwidth(), " GB/s");
        if (classification.dataCenter() != null) {
            said.add((classification.dataCenter() ? "" : "not ") + "designed or marketed for data centers");
        }
        said.add("datasheet version " + classification.datasheetVersion() + ", control list of "
                + classification.edition());
        return String.join("; ", said) + ".";
    }

    private static void figure(List<String> said, String name, @Nullable Double value, String unit) {
        if (value != null) {
            said.add(name + " " + BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + unit);
        }
    }
}
