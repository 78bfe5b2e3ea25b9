package dev.portcullis.classification.item;

import dev.portcullis.classification.datasheet.Datasheet;
import java.util.List;

/**
 * A datasheet with everything looked up that it names by item.
 *
 * @param datasheet the whole, ready for the classifier
 * @param inputs what was read for it
 */
public record Resolved(Datasheet datasheet, List<Input> inputs) {}
