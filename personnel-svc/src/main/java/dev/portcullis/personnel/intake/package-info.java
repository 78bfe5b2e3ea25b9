/**
 * The ways into the record of a person beside SCIM: webhooks of BambooHR and delta files as Workday exports them. Each is read by a mapping
 * into the attributes that SCIM knows, is held by SCIM's own rules and reaches the persons the same way; what cannot be applied exactly is
 * refused, and closes the gate for whom it was about. No body and no line of a file is kept.
 */
@NullMarked
package dev.portcullis.personnel.intake;

import org.jspecify.annotations.NullMarked;
