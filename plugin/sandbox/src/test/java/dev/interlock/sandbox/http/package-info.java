@NullMarked
package dev.interlock.sandbox.http;

import org.jspecify.annotations.NullMarked;
