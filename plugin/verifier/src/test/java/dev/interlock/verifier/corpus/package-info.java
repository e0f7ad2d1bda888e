/// One smallest mistake per rule, and the near miss beside it; they are the examples on the pages
/// of the rules. Start at [dev.interlock.verifier.corpus.Corpus].
@NullMarked
package dev.interlock.verifier.corpus;

import org.jspecify.annotations.NullMarked;
