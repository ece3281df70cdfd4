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
/// @param weights of each feature, for each phrase
public record Learnt(long mark, String[] features, float[][] weights) {
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
    var weights = new float[features.length][in.readInt()];
    for (int i = 0; i < features.length; i++) {
      features[i] = in.readUTF();
      for (int label = 0; label < weights[i].length; label++) weights[i][label] = in.readFloat();
    }
    return new Learnt(mark, features, weights);
  }

  public void write(OutputStream file) throws IOException {
    var out = new DataOutputStream(file);
    out.writeLong(mark);
    out.writeInt(features.length);
    out.writeInt(features.length == 0 ? 0 : weights[0].length);
    for (int i = 0; i < features.length; i++) {
      out.writeUTF(features[i]);
      for (float weight : weights[i]) out.writeFloat(weight);
    }
    out.flush();
  }
}
