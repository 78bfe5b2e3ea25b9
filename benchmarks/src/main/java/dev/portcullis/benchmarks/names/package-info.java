/** What {@code ./bench screening} measures: its queries, and two engines that names are searched with elsewhere. */
package dev.portcullis.benchmarks.names;
