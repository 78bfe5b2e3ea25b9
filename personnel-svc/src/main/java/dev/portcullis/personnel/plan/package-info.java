/**
 * Technology control plans: what is inside, who is admitted and why, briefings, measures and visitors. Admission stands only as long as the
 * matrix of technology access says that every item inside may be received. Owns the tables {@code technology_control_plan}, {@code
 * technology_control_plan_item}, {@code admission}, {@code admission_due}, {@code briefing_signature} and {@code visit}.
 */
@NullMarked
package dev.portcullis.personnel.plan;

import org.jspecify.annotations.NullMarked;
