/// Lets authors test their contracts in virtual time, on the core and the engine that run them.
@NullMarked
package dev.interlock.testkit;

import org.jspecify.annotations.NullMarked;
