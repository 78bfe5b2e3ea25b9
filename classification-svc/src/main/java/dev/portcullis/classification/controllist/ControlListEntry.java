package dev.portcullis.classification.controllist;

import dev.portcullis.contracts.Eccn;
import java.util.List;

/**
 * An entry of the list.
 *
 * @param eccn its number
 * @param title what it is about, in our own words
 * @param reasonsForControl the reasons that its heading names, such as {@code RS}
 * @param citation where it stands
 */
public record ControlListEntry(Eccn eccn, String title, List<String> reasonsForControl, String citation) {
    public ControlListEntry {
        reasonsForControl = List.copyOf(reasonsForControl);
    }
}
