/**
 * Moving in: registers of licenses that another system exported, read by a mapping file and recorded license by license, each whole or not at
 * all. Owns the tables {@code license_import} and {@code license_import_item}; records licenses through {@code license}.
 */
@NullMarked
package dev.portcullis.licensing.moving;

import org.jspecify.annotations.NullMarked;
