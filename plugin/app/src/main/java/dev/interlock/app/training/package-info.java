/// Plays a server's life for the JVM to watch, so that it can keep ready what a server needs.
@NullMarked
package dev.interlock.app.training;

import org.jspecify.annotations.NullMarked;
