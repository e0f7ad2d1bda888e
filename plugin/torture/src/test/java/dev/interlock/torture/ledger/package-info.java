@NullMarked
package dev.interlock.torture.ledger;

import org.jspecify.annotations.NullMarked;
