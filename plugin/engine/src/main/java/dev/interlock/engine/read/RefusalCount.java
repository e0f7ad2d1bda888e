package dev.interlock.engine.read;

import dev.interlock.contract.model.ContractId;

/// How many contacts a contract turned away for one reason.
public record RefusalCount(ContractId contract, String code, String words, long count) {}
