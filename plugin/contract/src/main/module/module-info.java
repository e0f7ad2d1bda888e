/// The language of workflow contracts. It requires nothing but the JDK, and this file is the proof.
module dev.interlock.contract {
  requires static transitive org.jspecify;
}
