/** Short work at the database for threads that may block, such as one that reads an upload from its sender or asks another server. */
@NullMarked
package dev.portcullis.platform.transaction;

import org.jspecify.annotations.NullMarked;
