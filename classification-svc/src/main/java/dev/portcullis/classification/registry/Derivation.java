package dev.portcullis.classification.registry;

import dev.portcullis.classification.modelfile.ModelDraft;
import dev.portcullis.classification.modelfile.ModelFileFacts;

/**
 * What the files of a model say, and the datasheet that they suggest. Nothing of it is stored.
 *
 * @param facts read from the files
 * @param draft to be completed by a person and submitted as a datasheet
 */
public record Derivation(ModelFileFacts facts, ModelDraft draft) {}
