/**
 * Editions of the control list that are taken in at run time: reads the official text, refuses what is broken or has shrunk, stores the
 * edition whole, and brings every replica in step with the database. What an edition holds is the control list's business.
 */
@NullMarked
package dev.portcullis.classification.imports;

import org.jspecify.annotations.NullMarked;
