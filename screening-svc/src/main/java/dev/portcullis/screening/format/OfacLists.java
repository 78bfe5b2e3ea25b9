package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListedParty;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the lists of the Office of Foreign Assets Control an entry stands on, and what it is. */
final class OfacLists {
    static final String SDN = "SDN";

    /** Of the list that is none of the others: OFAC publishes all that are not the SDN list in one file. */
    private static final String OTHER = "NON-SDN";

    private OfacLists() {}

    /**
     * The code of a list of the consolidated file, by its entries' programs, as the Consolidated Screening List divides them. An entry on
     * several is counted with the one that names parties, before the menu-based one.
     */
    static String consolidated(Collection<String> programs) {
        if (programs.contains("UKRAINE-EO13662")) {
            return "SSI";
        }
        if (programs.contains("NS-PLC")) {
            return "PLC";
        }
        if (programs.contains("CMIC-EO13959")) {
            return "CMIC";
        }
        if (programs.stream().anyMatch(program -> program.startsWith("FSE-"))) {
            return "FSE";
        }
        if (programs.stream().anyMatch(program -> program.startsWith("561"))) {
            return "CAP";
        }
        return programs.stream().anyMatch(program -> program.contains("EO14024")) ? "NS-MBS" : OTHER;
    }

    /** What is listed; the legacy files leave it out for entities. */
    static ListedParty.Type type(@Nullable String text) {
        return switch (text == null ? "entity" : text.toLowerCase(Locale.ROOT)) {
            case "individual" -> ListedParty.Type.INDIVIDUAL;
            case "vessel" -> ListedParty.Type.VESSEL;
            case "aircraft" -> ListedParty.Type.AIRCRAFT;
            case "entity" -> ListedParty.Type.ENTITY;
            default -> ListedParty.Type.UNKNOWN;
        };
    }
}
