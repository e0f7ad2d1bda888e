/// Tests of what is learned from a CRM's answers.
@org.jspecify.annotations.NullMarked
package dev.interlock.crm.calls;
