/** Figures for people and for programs, each measured beside a baseline in the same call. Nothing else depends on it. */
@NullMarked
package dev.portcullis.benchmarks;

import org.jspecify.annotations.NullMarked;
