package shopcrew.bot.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// The line to the platform, which can fail before or after the platform has done its part.
final class Faults implements Provider {
  enum Fault {
    NONE,
    BEFORE,
    AFTER,
    REFUSED
  }

  private final Provider real;
  private final Deque<Fault> creates = new ArrayDeque<>();
  private final Deque<Fault> activations = new ArrayDeque<>();
  boolean down;
  int asked;

  Faults(Provider real) {
    this.real = real;
  }

  void onCreate(Fault fault) {
    creates.add(fault);
  }

  void onActivate(Fault fault) {
    activations.add(fault);
  }

  @Override
  public void send(Request request, String key) {
    asked++;
    around(creates, () -> real.send(request, key));
  }

  @Override
  public List<Found> find(String tag) {
    if (down) throw new IllegalStateException("no answer");
    return real.find(tag);
  }

  @Override
  public Map<String, Found> running() {
    if (down) throw new IllegalStateException("no answer");
    return real.running();
  }

  @Override
  public void activate(String id) {
    around(activations, () -> real.activate(id));
  }

  @Override
  public void pause(String id) {
    if (down) throw new IllegalStateException("no answer");
    real.pause(id);
  }

  @Override
  public void remove(String id) {
    if (down) throw new IllegalStateException("no answer");
    real.remove(id);
  }

  private void around(Deque<Fault> faults, Runnable work) {
    Fault fault = faults.isEmpty() ? Fault.NONE : faults.remove();
    if (fault == Fault.REFUSED) throw new Refused("not like this");
    if (down || fault == Fault.BEFORE) throw new IllegalStateException("no answer");
    work.run();
    if (fault == Fault.AFTER) throw new IllegalStateException("the answer was lost");
  }
}
