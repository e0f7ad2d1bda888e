package dev.interlock.app.fleet;

import dev.interlock.crm.AppNotice;
import dev.interlock.crm.highlevel.oauth.Holder;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.engine.store.Accounts.Account;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes note of what the CRM tells about our app itself. What is noted is safe on disk when a
/// webhook is answered; what follows from it is the usher's.
final class News {
  private static final Logger LOG = LoggerFactory.getLogger(News.class);

  private final Roll roll;
  private final Losses losses;
  private final OAuth oauth;
  private final StoredVault vault;
  private final Departures departures;
  private final Usher usher;
  private final Worker worker;

  News(Roll roll, Losses losses, OAuth oauth, StoredVault vault, Usher usher, Worker worker) {
    this.roll = roll;
    this.losses = losses;
    this.oauth = oauth;
    this.vault = vault;
    this.departures = new Departures(roll, oauth);
    this.usher = usher;
    this.worker = worker;
  }

  void heard(AppNotice notice) {
    switch (notice) {
      case AppNotice.Installed(var id, var company, var version, var sentAt) -> {
        if (!OwnFolder.isUsable(id)) {
          LOG.warn("an install names an account whose id none can have; it is left alone");
          return;
        }
        roll.installed(id, company, version, sentAt);
        worker.soon(Worker.account(id), () -> usher.letIn(id));
      }
      case AppNotice.InstalledByAgency(var company, _) ->
          worker.soon(
              Worker.agency(company),
              () -> {
                var _ = usher.ask(company);
              });
      case AppNotice.Uninstalled(var id, var sentAt) -> {
        if (departures.removed(id, sentAt)) {
          worker.soon(Worker.account(id), () -> usher.letOut(id));
        }
      }
      case AppNotice.UninstalledByAgency(var company, var sentAt) -> {
        List<Account> its =
            roll.all().stream().filter(account -> account.company().equals(company)).toList();
        its.stream()
            .filter(account -> departures.removed(account.id(), sentAt))
            .map(Account::id)
            .forEach(id -> worker.soon(Worker.account(id), () -> usher.letOut(id)));
        var agency = new Holder.Company(company);
        // where one of them let us in since, so did the agency; one without accounts did where its
        // token was had later
        boolean isLate =
            its.stream().anyMatch(account -> roll.isIn(account.id()))
                || sentAt.flatMap(sent -> vault.keptAt(agency).filter(sent::isBefore)).isPresent();
        if (!isLate) {
          oauth.forget(agency, Departures.UNINSTALLED);
          losses.left(company);
        }
      }
      case AppNotice.Updated(var id, var version, _) ->
          roll.find(id).ifPresent(_ -> roll.change(id, known -> known.inVersion(version)));
    }
  }
}
