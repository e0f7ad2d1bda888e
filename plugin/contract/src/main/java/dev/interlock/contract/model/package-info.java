/// The immutable model of contracts and operations: sealed families of records that every reader
/// (engine, verifier, documentation) switches over. Start at
/// [dev.interlock.contract.model.Contract].
@NullMarked
package dev.interlock.contract.model;

import org.jspecify.annotations.NullMarked;
