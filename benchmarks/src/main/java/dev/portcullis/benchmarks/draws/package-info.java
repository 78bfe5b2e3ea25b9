/**
 * Draws on licenses as a client of licensing-svc makes them: how many a second are durable, beside a plain loop of the driver, and whether a
 * million of them end where a sequential model ends while processes are killed. Touches a stack of its own.
 */
@NullMarked
package dev.portcullis.benchmarks.draws;

import org.jspecify.annotations.NullMarked;
