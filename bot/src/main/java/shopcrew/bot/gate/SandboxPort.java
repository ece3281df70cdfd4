package shopcrew.bot.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shopcrew.bot.sandbox.SandboxAds;
import shopcrew.db.Money;

/// The practice ad platform as the gate sees it.
final class SandboxPort implements Provider {
  private final SandboxAds ads;

  SandboxPort(SandboxAds ads) {
    this.ads = ads;
  }

  @Override
  public void send(Request request, String key) {
    try {
      ads.createPaused(
          request.tag(),
          request.text("label"),
          request.text("target"),
          Money.of(request.whole("max"), request.text("currency")),
          LocalDate.parse(request.text("start")),
          LocalDate.parse(request.text("end")));
    } catch (SandboxAds.Refused e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public List<Found> find(String tag) {
    return ads.findByTag(tag).stream().map(SandboxPort::found).toList();
  }

  @Override
  public Map<String, Found> running() {
    var running = new TreeMap<String, Found>();
    for (var ad : ads.all()) {
      if (ad.state() == SandboxAds.State.RUNNING && !ad.over()) running.put(ad.tag(), found(ad));
    }
    return running;
  }

  @Override
  public void activate(String id) {
    ads.activate(id);
  }

  @Override
  public void pause(String id) {
    ads.pause(id);
  }

  @Override
  public void remove(String id) {
    ads.remove(id);
  }

  private static Found found(SandboxAds.Ad ad) {
    var settings = new TreeMap<String, Value>();
    settings.put("label", new Value.Text(ad.name()));
    settings.put("target", new Value.Text(ad.target()));
    settings.put("max", new Value.Whole(ad.budget().minor()));
    settings.put("currency", new Value.Text(ad.budget().currency()));
    settings.put("start", new Value.Text(ad.start().toString()));
    settings.put("end", new Value.Text(ad.end().toString()));
    Status status =
        switch (ad.state()) {
          case PAUSED -> Status.PAUSED;
          case RUNNING -> Status.RUNNING;
          case REMOVED -> Status.GONE;
        };
    return new Found(ad.id(), status, settings, ad.charged().minor(), ad.started(), ad.over());
  }
}
