/**
 * The law as data: Country Chart, Country Groups, reasons for control, prose requirements, embargoes, list effects, end uses,
 * exceptions and review policies, each with its citation and its dates. It reads its own resource files once and holds no rule
 * in code; it decides nothing.
 */
@NullMarked
package dev.portcullis.licensing.regulation;

import org.jspecify.annotations.NullMarked;
