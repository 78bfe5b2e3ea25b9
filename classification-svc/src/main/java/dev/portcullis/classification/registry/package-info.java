/**
 * The way from a model's files to a draft of its datasheet: files that lie in a model registry are read over HTTP in ranges, files
 * elsewhere by the leading bytes that the caller sends. It decides which addresses may be reached, stores nothing, and leaves reading to
 * {@code modelfile} and judging to the classifier.
 */
@NullMarked
package dev.portcullis.classification.registry;

import org.jspecify.annotations.NullMarked;
