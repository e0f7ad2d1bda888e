@NullMarked
package dev.interlock.engine.callout;

import org.jspecify.annotations.NullMarked;
