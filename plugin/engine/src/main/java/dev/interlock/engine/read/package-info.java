/// What pages and the command line read: plain records, straight from the store. Start at
/// [dev.interlock.engine.read.Records].
@NullMarked
package dev.interlock.engine.read;

import org.jspecify.annotations.NullMarked;
