package dev.portcullis.classification;

import dev.portcullis.classification.approval.ApprovalRequest;
import dev.portcullis.classification.approval.Attachment;
import dev.portcullis.classification.approval.ClassificationRequest;
import dev.portcullis.classification.approval.ClassificationView;
import dev.portcullis.classification.approval.Determined;
import dev.portcullis.classification.approval.Reason;
import dev.portcullis.classification.approval.ReviewRequest;
import dev.portcullis.classification.approval.State;
import dev.portcullis.classification.approval.StepBody;
import dev.portcullis.classification.approval.Task;
import dev.portcullis.classification.controllist.ControlList;
import dev.portcullis.classification.controllist.ControlListEntry;
import dev.portcullis.classification.controllist.ControlListSearch;
import dev.portcullis.classification.controllist.EditionDiff;
import dev.portcullis.classification.controllist.EntryView;
import dev.portcullis.classification.controllist.OtherLists;
import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.MemoryDevice;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.SourceDocument;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.determination.Candidate;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.determination.Comparison;
import dev.portcullis.classification.determination.Finding;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.imports.EditionView;
import dev.portcullis.classification.imports.ImportFact;
import dev.portcullis.classification.item.Actor;
import dev.portcullis.classification.item.DatasheetView;
import dev.portcullis.classification.item.Input;
import dev.portcullis.classification.item.ItemChange;
import dev.portcullis.classification.item.ItemFact;
import dev.portcullis.classification.item.ItemNames;
import dev.portcullis.classification.item.ItemView;
import dev.portcullis.classification.item.NewItem;
import dev.portcullis.classification.item.WhatIf;
import dev.portcullis.classification.item.WhatIfs;
import dev.portcullis.classification.master.ImportState;
import dev.portcullis.classification.master.ImportView;
import dev.portcullis.classification.master.MasterRow;
import dev.portcullis.classification.master.RowState;
import dev.portcullis.classification.master.RowView;
import dev.portcullis.classification.mlflow.AlarmView;
import dev.portcullis.classification.mlflow.VersionView;
import dev.portcullis.classification.modelfile.DerivedFigure;
import dev.portcullis.classification.modelfile.FileFacts;
import dev.portcullis.classification.modelfile.FileKind;
import dev.portcullis.classification.modelfile.ModelDraft;
import dev.portcullis.classification.modelfile.ModelFileFacts;
import dev.portcullis.classification.modelfile.Severity;
import dev.portcullis.classification.modelfile.TrainingRecord;
import dev.portcullis.classification.record.ClassificationRecord;
import dev.portcullis.classification.record.Margin;
import dev.portcullis.classification.registry.Derivation;
import dev.portcullis.classification.registry.DerivationRequest;
import dev.portcullis.classification.registry.FileReference;
import dev.portcullis.classification.rules.CompanyPolicy;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.rules.JurisdictionRule;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.Posture;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.classification.rules.Trigger;
import dev.portcullis.platform.ledger.Ledger;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Records that JSON reads and writes and that a native build cannot see from the signatures of resources alone. */
@RegisterForReflection(
        targets = {
            Candidate.class,
            Characteristic.class,
            Candidate.Note.class,
            Classification.class,
            Classification.AsEnforced.class,
            Classification.CompanyTrigger.class,
            CompanyPolicy.class,
            Trigger.class,
            Classification.Figures.class,
            Classification.MissingFact.class,
            Classification.Remark.class,
            Actor.class,
            ApprovalRequest.class,
            Attachment.class,
            ClassificationRequest.class,
            ClassificationView.class,
            ClassificationView.StepView.class,
            Determined.class,
            ItemChange.class,
            ItemChange.Step.class,
            Reason.class,
            Reason.Cause.class,
            ReviewRequest.class,
            ReviewRequest.Verdict.class,
            State.class,
            StepBody.class,
            StepBody.Step.class,
            Task.class,
            dev.portcullis.classification.master.ImportFact.class,
            ImportState.class,
            ImportView.class,
            MasterRow.class,
            RowState.class,
            RowView.class,
            Input.class,
            Computer.class,
            Computer.Component.class,
            ControlList.class,
            ControlListEntry.class,
            ControlListEntry.Control.class,
            ControlListEntry.Eligibility.class,
            ControlListEntry.ListException.class,
            ControlListEntry.Paragraph.class,
            ControlListEntry.Requirement.class,
            EditionView.class,
            ImportFact.class,
            ControlListSearch.Hit.class,
            ControlListSearch.Passage.class,
            EditionDiff.EntryChange.class,
            EditionDiff.FieldChange.class,
            EditionDiff.Kind.class,
            EntryView.class,
            OtherLists.class,
            OtherLists.Numbers.class,
            OtherLists.Series.class,
            Cryptography.class,
            Datasheet.class,
            Datasheet.Kind.class,
            DatasheetView.class,
            Die.class,
            FactDefinition.class,
            FactDefinition.Form.class,
            FactDefinition.Stated.class,
            FactValue.class,
            FactValue.Figure.class,
            FactValue.Flag.class,
            FactValue.Missing.class,
            FactValue.Presumed.class,
            FactValue.Undefined.class,
            FactValue.Word.class,
            Finding.class,
            IntegratedCircuit.class,
            ItemFact.class,
            ItemNames.class,
            ItemView.class,
            JurisdictionRule.class,
            MemoryDevice.class,
            Model.class,
            Model.Derivative.class,
            Model.SyntheticData.class,
            NewItem.class,
            Outcome.class,
            ParagraphRef.class,
            Posture.class,
            ProcessingUnit.class,
            ProcessingUnit.Rate.class,
            Provenance.class,
            Relation.class,
            Relation.Purpose.class,
            Rule.class,
            RuleBook.class,
            RuleBook.Remark.class,
            RuleBook.Residual.class,
            Rule.Exclusion.class,
            Rule.PostureChange.class,
            Software.class,
            Software.CodeForm.class,
            SourceDocument.class,
            Technology.class,
            DerivedFigure.class,
            FileFacts.class,
            FileKind.class,
            ModelDraft.class,
            ModelFileFacts.class,
            Severity.class,
            TrainingRecord.class,
            Derivation.class,
            DerivationRequest.class,
            ClassificationRecord.class,
            ClassificationRecord.Entry.class,
            ClassificationRecord.Proved.class,
            ClassificationRecord.Stated.class,
            ClassificationRecord.Subject.class,
            Margin.class,
            AlarmView.class,
            VersionView.class,
            VersionView.Tags.class,
            Ledger.Evidence.class,
            Ledger.InclusionProof.class,
            Ledger.LedgerEntry.class,
            FileReference.class,
            dev.portcullis.classification.modelfile.Finding.class,
            Comparison.class,
            Comparison.Answer.class,
            Comparison.Change.class,
            Comparison.Criterion.class,
            Comparison.Side.class,
            WhatIf.class,
            WhatIfs.class,
            WhatIfs.Side.class
        },
        classNames = {
            "dev.portcullis.classification.approval.LawMark",
            "dev.portcullis.classification.approval.LawMark$EntryMark",
            "dev.portcullis.classification.master.RowCheck$CheckedRow",
            "dev.portcullis.classification.mlflow.Alarms$Changed",
            "dev.portcullis.classification.mlflow.ExportTags",
            "dev.portcullis.classification.mlflow.VersionKey",
            "dev.portcullis.classification.rules.CriterionReader",
            "dev.portcullis.classification.rules.CriterionWriter",
            "dev.portcullis.classification.rules.RuleBookFile$Index",
            "dev.portcullis.classification.rules.RuleBookFile$Part",
            "dev.portcullis.classification.datasheet.Characteristic$Reader"
        })
final class NativeReflection {
    private NativeReflection() {}
}
