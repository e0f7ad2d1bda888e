/// The durable shell around the decision core: takes deliveries in, keeps everything, carries out
/// what was decided, and forgets nothing over a crash.
@NullMarked
package dev.interlock.engine;

import org.jspecify.annotations.NullMarked;
