@NullMarked
package dev.interlock.engine.decide;

import org.jspecify.annotations.NullMarked;
