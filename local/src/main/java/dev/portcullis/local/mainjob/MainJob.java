package dev.portcullis.local.mainjob;

import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The day's work of everybody, in order. */
public final class MainJob {
    /** The most that a changed fact may take to the gate, milliseconds after the API answered. */
    private static final double SOON = 1_000;
    /** How long to look for a change before giving up, milliseconds. */
    private static final double PATIENCE = 15_000;
    /** How long the first facts may take to the gate, milliseconds; the gate is shut until then. */
    private static final double FIRST_FACTS = 30_000;

    private static final String PERMITTED = "PERMITTED";
    private static final String REVIEW = "REVIEW";
    private static final String DENIED = "DENIED";

    private final Cast cast = new Cast();
    private final HrSystem hr;
    private final Engineer engineer;
    private final Screener screener;
    private final LicenseManager manager;
    private final Gateway gateway;
    private final Auditor auditor;
    private final List<ExpectedDecision> table = ExpectedDecision.all();

    private MainJob(LocalStack stack, @Nullable Path screeningList) {
        Accounts accounts = new Accounts(stack);
        hr = new HrSystem(accounts);
        engineer = new Engineer(accounts);
        screener = new Screener(accounts, screeningList);
        manager = new LicenseManager(accounts);
        gateway = new Gateway(accounts, cast);
        auditor = new Auditor(stack, accounts);
    }

    /**
     * Does it all.
     *
     * @param stack with all services ready, and empty
     * @param screeningList a whole Consolidated Screening List; the excerpt that ships with the project where absent
     * @throws MainJobFailedException if a step cannot be done at all
     */
    public static MainJobReport run(LocalStack stack, @Nullable Path screeningList) {
        return new MainJob(stack, screeningList).run();
    }

    private MainJobReport run() {
        hr.createEmployees(cast);
        engineer.registerItems(cast);
        screener.importList();
        screener.registerParties(cast);
        manager.recordLetters(cast);
        awaitFacts();

        List<MainJobReport.Decision> decisions = new ArrayList<>();
        for (ExpectedDecision expected : table) {
            decisions.add(row(expected, gateway.ask(expected)));
        }
        List<MainJobReport.Change> changes = List.of(license(), leaver(), listing());
        return new MainJobReport(decisions, changes, audits());
    }

    /** The gate is shut to what it has not heard of: waits until it knows the last that was registered of each kind. */
    private void awaitFacts() {
        List<ExpectedDecision> last = List.of(
                ExpectedDecision.of(table, "chip-technology", "", "leaver"),
                ExpectedDecision.of(table, "edge-npu", "sophgo", ""));
        long begun = System.nanoTime();
        for (ExpectedDecision request : last) {
            while (gateway.ask(request).decision().equals(REVIEW) && since(begun) < FIRST_FACTS) {
                Sleep.milliseconds(50);
            }
        }
    }

    private MainJobReport.Change license() {
        ExpectedDecision request = ExpectedDecision.of(table, "mi300x", "silver-willow", "");
        String before = gateway.ask(request).decision();
        manager.recordLicense(cast);
        return change("a license for the same request is recorded", request, before, PERMITTED);
    }

    private MainJobReport.Change leaver() {
        ExpectedDecision request = ExpectedDecision.of(table, "chip-technology", "", "leaver");
        String before = gateway.ask(request).decision();
        hr.deactivate(cast.id("person", "leaver"));
        return change("the employee is deactivated over SCIM", request, before, DENIED);
    }

    private MainJobReport.Change listing() {
        ExpectedDecision request = ExpectedDecision.of(table, "edge-npu", "meranti", "");
        String before = gateway.ask(request).decision();
        screener.importListWith(Resources.text("screening-list-addition.csv"));
        return change("the party appears on the Entity List", request, before, DENIED);
    }

    /** Asks until the gate knows; the time runs from the answer of the API that took the change. */
    private MainJobReport.Change change(String what, ExpectedDecision request, String before, String expected) {
        long answered = System.nanoTime();
        Gateway.Answer after = gateway.ask(request);
        while (!after.decision().equals(expected) && since(answered) < PATIENCE) {
            Sleep.milliseconds(10);
            after = gateway.ask(request);
        }
        String authority = after.authority().isEmpty() ? "" : " " + after.authority();
        return new MainJobReport.Change(
                what, before, expected, after.decision(), authority.strip(), since(answered), SOON);
    }

    private List<MainJobReport.Audit> audits() {
        Gateway.Answer decision = gateway.ask(table.get(0));
        List<MainJobReport.Audit> audits = new ArrayList<>();
        for (Service service : Service.values()) {
            audits.add(
                    service == Service.LICENSING
                            ? auditor.verifyEntry(service, decision.ledgerEntry(), "decision " + decision.releaseId())
                            : auditor.verifyLast(service));
        }
        return audits;
    }

    private MainJobReport.Decision row(ExpectedDecision expected, Gateway.Answer answer) {
        String recipient = expected.party().isEmpty()
                ? cast.name("person", expected.person())
                : cast.name("party", expected.party());
        return new MainJobReport.Decision(
                expected.id(),
                cast.name("item", expected.item()),
                recipient,
                expected.destination(),
                expected.activity(),
                expected.decision(),
                expected.authority(),
                answer.decision(),
                answer.authority(),
                answer.reasons(),
                answer.citations(),
                expected.why(),
                expected.citation(),
                answer.milliseconds());
    }

    private static double since(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }
}
