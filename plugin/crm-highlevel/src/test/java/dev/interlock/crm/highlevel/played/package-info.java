/// HighLevel's API played by WireMock with a memory, for scenarios that write and then read.
///
/// It knows nothing but what the adapter calls, and has no people in it. Whoever wants more takes
/// the sandbox.
@NullMarked
package dev.interlock.crm.highlevel.played;

import org.jspecify.annotations.NullMarked;
