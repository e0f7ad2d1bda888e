@NullMarked
package dev.interlock.app.trigger;

import org.jspecify.annotations.NullMarked;
