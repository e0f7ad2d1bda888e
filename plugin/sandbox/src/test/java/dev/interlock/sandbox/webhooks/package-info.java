@NullMarked
package dev.interlock.sandbox.webhooks;

import org.jspecify.annotations.NullMarked;
