/**
 * What is known of a transaction, by the names that forms and rules use: of the determination, of the item, the parties and the law of the day.
 * Pure but for the bean that gathers the facts; owns no table.
 */
@NullMarked
package dev.portcullis.licensing.dossier;

import org.jspecify.annotations.NullMarked;
