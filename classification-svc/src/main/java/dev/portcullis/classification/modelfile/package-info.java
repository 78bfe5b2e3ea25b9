/**
 * What the headers of model files say: parameter counts, element types, architecture and training figures of safetensors, GGUF, ONNX
 * and PyTorch files, read without loading weights and without executing anything. Pure readers over {@link
 * dev.portcullis.classification.modelfile.RandomAccessSource}; every length is checked before memory is taken for it. It knows the
 * datasheet of a model, and neither the network nor the classifier.
 */
@NullMarked
package dev.portcullis.classification.modelfile;

import org.jspecify.annotations.NullMarked;
