package shopcrew.bot;

/// One screen: reads the command and opens the shop.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(args.length);
  }
}
