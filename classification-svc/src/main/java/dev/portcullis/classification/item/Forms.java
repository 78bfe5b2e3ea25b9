package dev.portcullis.classification.item;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.contracts.ItemState.Form;

/** The words of the event for what datasheets and answers say. */
final class Forms {
    private Forms() {}

    /** The form of an item that such a datasheet describes. */
    static Form of(Datasheet datasheet) {
        if (datasheet instanceof Software software) {
            return software.form() == Software.CodeForm.SOURCE_CODE ? Form.SOURCE_CODE : Form.OBJECT_CODE;
        }
        return switch (datasheet.kind()) {
            case INTEGRATED_CIRCUIT, COMPUTER -> Form.COMMODITY;
            case MODEL -> Form.MODEL_WEIGHTS;
            case TECHNOLOGY, SOFTWARE -> Form.TECHNOLOGY;
        };
    }
}
