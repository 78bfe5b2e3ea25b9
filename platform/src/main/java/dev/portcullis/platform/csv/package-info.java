/**
 * What every reader of CSV needs beside the library: bounds.
 */
@NullMarked
package dev.portcullis.platform.csv;

import org.jspecify.annotations.NullMarked;
