package dev.interlock.app.check;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Report;

/// Contracts that may go live, and the report that says so.
public record Cleared(ContractSet set, Report report) {}
