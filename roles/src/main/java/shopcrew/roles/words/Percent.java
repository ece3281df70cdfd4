package shopcrew.roles.words;

/// A share somebody typed, in hundredths of a percent: 12% is 1200. 8.8折 is OFF 1200.
public record Percent(int basisPoints, Kind kind, int start, int end) {
  public enum Kind {
    OFF,
    UP,
    PLAIN
  }
}
