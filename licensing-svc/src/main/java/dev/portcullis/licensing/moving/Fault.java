package dev.portcullis.licensing.moving;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with a license of an export.
 *
 * @param line of the file, from 1, which is the header
 * @param detail what it is, without what the file says
 */
@RegisterForReflection
public record Fault(int line, String detail) {}
