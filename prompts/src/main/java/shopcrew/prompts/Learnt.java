package shopcrew.prompts;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// What the build has learnt from the wordings, so that no shop has to at its start.
///
/// @param mark of the wordings that it was learnt from
/// @param unit what one step of a weight is worth
/// @param weights of each feature, for each phrase, in steps
public record Learnt(long mark, String[] features, float unit, byte[][] weights) {
  private static final int BUFFER = 1 << 16;

  /// Empty if the build has put down nothing under that name.
  public static Optional<Learnt> find(String name) {
    try (InputStream in = Learnt.class.getClassLoader().getResourceAsStream(file(name))) {
      return in == null
          ? Optional.empty()
          : Optional.of(read(new DataInputStream(new BufferedInputStream(in, BUFFER))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String file(String name) {
    return "prompts/learnt/" + name + ".bin";
  }

  private static Learnt read(DataInputStream in) throws IOException {
    long mark = in.readLong();
    var features = new String[in.readInt()];
    var weights = new byte[features.length][in.readInt()];
    float unit = in.readFloat();
    for (int i = 0; i < features.length; i++) {
      features[i] = in.readUTF();
      in.readFully(weights[i]);
    }
    return new Learnt(mark, features, unit, weights);
  }

  /// The step in which the greatest weight is still told.
  public static float unit(float[][] exact) {
    float most = Float.MIN_NORMAL;
    for (float[] row : exact) for (float weight : row) most = Math.max(most, Math.abs(weight));
    return most / Byte.MAX_VALUE;
  }

  public static byte[][] rounded(float[][] exact, float unit) {
    var rounded = new byte[exact.length][];
    for (int i = 0; i < exact.length; i++) {
      rounded[i] = new byte[exact[i].length];
      for (int j = 0; j < exact[i].length; j++) {
        rounded[i][j] = (byte) Math.round(exact[i][j] / unit);
      }
    }
    return rounded;
  }

  public void write(OutputStream file) throws IOException {
    var out = new DataOutputStream(file);
    out.writeLong(mark);
    out.writeInt(features.length);
    out.writeInt(features.length == 0 ? 0 : weights[0].length);
    out.writeFloat(unit);
    for (int i = 0; i < features.length; i++) {
      out.writeUTF(features[i]);
      out.write(weights[i]);
    }
    out.flush();
  }
}
