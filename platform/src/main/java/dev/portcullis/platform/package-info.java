/** The machinery that all services share. It knows no word of export law. */
@NullMarked
package dev.portcullis.platform;

import org.jspecify.annotations.NullMarked;
