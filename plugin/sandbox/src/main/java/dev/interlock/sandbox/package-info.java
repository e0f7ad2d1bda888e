/// A CRM for demo, tests and training that answers like HighLevel, with simulated people in it.
///
/// It is not a real CRM and says so.
@NullMarked
package dev.interlock.sandbox;

import org.jspecify.annotations.NullMarked;
