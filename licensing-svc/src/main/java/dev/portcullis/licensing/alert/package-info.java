/**
 * Alerts ahead of what would surprise: a license that expires, a balance that runs out, a condition that falls due. Owns the table {@code
 * license_alert}; reads licenses and conditions, and changes neither.
 */
@NullMarked
package dev.portcullis.licensing.alert;

import org.jspecify.annotations.NullMarked;
