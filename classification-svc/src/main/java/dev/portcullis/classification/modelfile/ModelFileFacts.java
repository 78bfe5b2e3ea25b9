package dev.portcullis.classification.modelfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a model say of it. Counts are exact and facts about the files: of a quantized GGUF file logical elements, of an
 * adapter the adapter's own parameters.
 *
 * @param format of the files that hold the weights
 * @param architecture as the files name it
 * @param tensorCount tensors, those that share their data included
 * @param elementCount elements of all tensors, shared data once
 * @param parameterCount elements with a fraction, and quantized ones; whole numbers are not in it
 * @param integerCount elements that are whole numbers: buffers, or packed parameters
 * @param expertParameterCount parameters of experts that a router chooses among
 * @param activeParameterCount parameters at work on one element of data: all but the experts, and the experts' part that the router
 *     chooses; absent where the model has no such experts or the files do not say how many it chooses
 * @param elementsByType elements by the type that its format names
 * @param details what else the files say, such as layers, context length, number of experts
 * @param training what a trainer kept of its run
 * @param files the files
 * @param findings what a person should know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelFileFacts(
        FileKind format,
        @Nullable String architecture,
        long tensorCount,
        long elementCount,
        long parameterCount,
        long integerCount,
        long expertParameterCount,
        @Nullable Long activeParameterCount,
        SortedMap<String, Long> elementsByType,
        SortedMap<String, String> details,
        @Nullable TrainingRecord training,
        List<FileFacts> files,
        List<Finding> findings) {}
