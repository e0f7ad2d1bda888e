@NullMarked
package dev.interlock.sandbox.records;

import org.jspecify.annotations.NullMarked;
