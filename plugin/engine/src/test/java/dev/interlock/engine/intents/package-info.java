@NullMarked
package dev.interlock.engine.intents;

import org.jspecify.annotations.NullMarked;
