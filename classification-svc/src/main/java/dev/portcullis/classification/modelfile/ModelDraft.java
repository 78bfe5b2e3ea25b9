package dev.portcullis.classification.modelfile;

import dev.portcullis.classification.datasheet.Model;
import java.util.List;

/**
 * A datasheet that files suggest. It stands for nothing until a person has completed and submitted it.
 *
 * @param datasheet what can be derived; everything else is absent, that is unknown
 * @param figures each figure with its basis
 * @param questions what the files cannot say and the classification needs
 */
public record ModelDraft(Model datasheet, List<DerivedFigure> figures, List<String> questions) {}
