package shopcrew.bot.channel.whatsapp;

import io.github.bucket4j.TimeMeter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.channel.Fetched;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// WhatsApp. Whether a line may be sent at all is known before it leaves: the window in which a
/// customer may be written to, the pace, the price. It has no way to send a template.
public final class WhatsApp implements Channel {
  public static final String NAME = "whatsapp";
  private static final Logger LOG = LoggerFactory.getLogger(WhatsApp.class);

  private final Graph graph;
  private final Files files;
  private final WhatsAppForm form;
  private final Pace pace;
  private final Outside outside;
  private final Rates rates = Rates.read();

  /// What this channel asks of the house.
  ///
  /// @param heard when that customer was heard last
  /// @param replies what a line says, in no channel's form
  /// @param prices what a price is to the shop
  /// @param clock of the windows and rates
  /// @param time of the pace
  public record Outside(
      Function<Conversation, Heard> heard,
      BiFunction<Conversation, Line, Reply> replies,
      Prices prices,
      InstantSource clock,
      TimeMeter time) {}

  /// @param euro what one euro is in the shop's currency; null: nobody has said so
  /// @param free how many replies of this month are still free, by the owner's own word
  public record Prices(@Nullable BigDecimal euro, LongSupplier free) {}

  public WhatsApp(Account account, Pace.Limit limit, Outside outside) {
    var limits = Limits.read();
    this.graph = new Graph(account, Meanings.read());
    this.files = new Files(graph, account, limits);
    this.form = new WhatsAppForm(limits, new Bundle(NAME), path -> path.toFile().length());
    this.pace = new Pace(limit, outside.time());
    this.outside = outside;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean mayWrite(Conversation to) {
    return outside.heard().apply(to).open(outside.clock().instant());
  }

  @Override
  public Delivery send(Conversation to, Line line, int from) {
    if (!mayWrite(to)) return new Delivery.Refused("window");
    Form formed = form(to, line);
    List<Piece> pieces = formed.pieces();
    if (pieces.isEmpty()) LOG.warn("Line {} says nothing on WhatsApp", line.seq());
    String last = "";
    for (int done = from; done < pieces.size(); done++) {
      Duration wait = pace.take(to.address());
      if (!wait.isZero()) return new Delivery.Later(wait, done);
      switch (say(to, pieces.get(done), line)) {
        case Answer.Taken(String id) -> last = id;
        case Answer.NotNow(Duration after) -> {
          return new Delivery.Later(after, done);
        }
        case Answer.Maybe() -> {
          return new Delivery.Maybe();
        }
        case Answer.Refused(int _, Meaning meaning) -> {
          return refused(to, meaning, done);
        }
      }
    }
    return new Delivery.Sent(last, formed.numbered());
  }

  /// In the shop's own currency. Where that cannot be told, nothing that costs something is said.
  @Override
  public Cost cost(Conversation to, Line line, int from) {
    Rates.Price price = price(to, line, from);
    if (price.millionths() == 0) return new Cost.Known(0);
    BigDecimal euro = outside.prices().euro();
    if (euro == null) return new Cost.Unknown("rate");
    return new Cost.Known(
        euro.multiply(BigDecimal.valueOf(price.millionths()))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact());
  }

  Rates.Price price(Conversation to, Line line, int from) {
    Instant now = outside.clock().instant();
    Heard heard = outside.heard().apply(to);
    if (heard.free(now)) return rates.reply(to.address(), now, heard, 0);
    int messages = Math.max(0, form(to, line).pieces().size() - from);
    long free = outside.prices().free().getAsLong();
    return rates.reply(to.address(), now, heard, free - messages + 1).times(messages);
  }

  /// Two blue ticks on what the customer wrote. Nothing depends on it.
  public void read(String message) {
    graph.read(message);
  }

  @Override
  public Fetched fetch(String file) {
    return files.fetch(file);
  }

  private Form form(Conversation to, Line line) {
    return form.of(outside.replies().apply(to, line), to.language());
  }

  private Answer say(Conversation to, Piece piece, Line line) {
    String ours = Long.toString(line.seq());
    if (!(piece instanceof Piece.Medium file)) return graph.say(to.address(), piece, "", ours);
    Answer there = graph.upload(file);
    return there instanceof Answer.Taken(String medium)
        ? graph.say(to.address(), piece, medium, ours)
        : there;
  }

  private Delivery refused(Conversation to, Meaning meaning, int done) {
    pace.pause(meaning, to.address());
    if (meaning.next() != Meaning.Next.NEVER) return new Delivery.Later(meaning.after(), done);
    if (meaning.owner()) LOG.error("WhatsApp does not take our messages: {}", meaning.why());
    return new Delivery.Refused(meaning.why());
  }
}
