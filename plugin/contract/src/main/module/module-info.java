/// The language of workflow contracts and its model. It needs nothing but the JDK.
module dev.interlock.contract {
  requires static transitive org.jspecify;

  exports dev.interlock.contract;
  exports dev.interlock.contract.contact;
  exports dev.interlock.contract.dsl;
  exports dev.interlock.contract.event;
  exports dev.interlock.contract.model;
  exports dev.interlock.contract.template;
  exports dev.interlock.contract.text;
}
