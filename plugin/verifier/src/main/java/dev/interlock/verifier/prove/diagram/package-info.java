/// Sets of states as binary decision diagrams, and what can be reached in them. The diagrams
/// themselves are [dev.interlock.verifier.prove.diagram.Diagrams], seen by nothing else.
@NullMarked
package dev.interlock.verifier.prove.diagram;

import org.jspecify.annotations.NullMarked;
