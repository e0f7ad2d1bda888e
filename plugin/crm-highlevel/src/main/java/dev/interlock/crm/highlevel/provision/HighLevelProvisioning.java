package dev.interlock.crm.highlevel.provision;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Channel;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Guide;
import dev.interlock.crm.inventory.Inventory;
import dev.interlock.crm.inventory.Made;
import dev.interlock.crm.inventory.Provisioning;
import java.time.InstantSource;
import java.util.Set;

/// One location of HighLevel, looked through and fitted out.
public final class HighLevelProvisioning implements Provisioning {
  private final InventoryReader reader;
  private final Maker maker;
  private final Guide guide = new HighLevelGuide();

  private HighLevelProvisioning(InventoryReader reader, Maker maker) {
    this.reader = reader;
    this.maker = maker;
  }

  /// The location with this id, through calls made for it.
  public static HighLevelProvisioning of(String locationId, HighLevelApi api, InstantSource clock) {
    var installation = new InstallationId(locationId);
    return new HighLevelProvisioning(
        new InventoryReader(installation, api, clock), new Maker(api.location()));
  }

  @Override
  public Read<Inventory> inventory(Set<Channel> sending) {
    return reader.read(sending);
  }

  @Override
  public Made make(Creatable thing) {
    return maker.make(thing);
  }

  @Override
  public Guide guide() {
    return guide;
  }
}
