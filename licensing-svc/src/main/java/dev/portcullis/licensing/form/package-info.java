/**
 * Forms as data: their fields, what each is filled from, when it is needed, and the question that a person is asked where it is missing.
 * Pure; reads the data files of forms and rules, and knows neither storage nor HTTP.
 */
@NullMarked
package dev.portcullis.licensing.form;

import org.jspecify.annotations.NullMarked;
