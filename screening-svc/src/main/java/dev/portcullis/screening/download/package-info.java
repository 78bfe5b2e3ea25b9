/**
 * Fetches lists from their publishers on a schedule and hands them to the import: conditional requests, jitter, back-off, a proxy. Off unless it
 * is configured; a site without a way out uploads files instead. It may touch formats and imports, and decides nothing about a file.
 */
@NullMarked
package dev.portcullis.screening.download;

import org.jspecify.annotations.NullMarked;
