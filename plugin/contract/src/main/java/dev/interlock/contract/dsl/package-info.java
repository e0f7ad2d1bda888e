/// The words of contracts and operations, staged so that a sentence which leaves a part out does
/// not compile. Start at [dev.interlock.contract.dsl.Workflows#workflow(String)]; the stages are in
/// [dev.interlock.contract.dsl.Drafting]. The words write the model and are then forgotten.
@NullMarked
package dev.interlock.contract.dsl;

import org.jspecify.annotations.NullMarked;
