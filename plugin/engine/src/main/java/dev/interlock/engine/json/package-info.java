/// How runs, events and commands are written down. Start at [dev.interlock.engine.json.StoredForm].
///
/// Every sealed type is written by an exhaustive switch and read by the word written then, so that
/// what is stored never depends on names of Java classes. A word once used keeps its meaning.
@NullMarked
package dev.interlock.engine.json;

import org.jspecify.annotations.NullMarked;
