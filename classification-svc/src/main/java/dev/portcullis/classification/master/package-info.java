/**
 * Product masters: files of up to 100,000 rows, each an item with its datasheet. A file is checked whole before its first row is
 * applied; a row is applied whole or not at all. Uses the register of items and proposes classifications; nothing depends on it.
 */
@NullMarked
package dev.portcullis.classification.master;

import org.jspecify.annotations.NullMarked;
