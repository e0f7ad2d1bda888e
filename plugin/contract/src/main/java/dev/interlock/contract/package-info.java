/// The language in which workflow contracts are written. Start at
/// [dev.interlock.contract.WorkflowContract] and the words of
/// [dev.interlock.contract.dsl.Workflows].
@NullMarked
package dev.interlock.contract;

import org.jspecify.annotations.NullMarked;
