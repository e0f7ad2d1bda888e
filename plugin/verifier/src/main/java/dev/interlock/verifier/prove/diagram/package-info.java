/// Sets of states as binary decision diagrams, and what can be reached in them. LogicNG's diagrams
/// are behind [dev.interlock.verifier.prove.diagram.Diagrams] and seen by nothing else.
@NullMarked
package dev.interlock.verifier.prove.diagram;

import org.jspecify.annotations.NullMarked;
