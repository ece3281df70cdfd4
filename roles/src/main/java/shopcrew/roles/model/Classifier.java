package shopcrew.roles.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import shopcrew.prompts.Learnt;

/// Softmax regression over features, trained from the phrases' wordings; a feature that stands in
/// one wording alone teaches nothing. The same wordings always
/// give the same answers: the order of training is fixed.
final class Classifier {
  private static final int ROUNDS = 40;
  private static final double RATE = 0.6;
  private static final double SHRINK = 2e-5;
  private static final int ONCE = 1;

  private final Map<String, Integer> index;
  private final int labels;
  private final float unit;
  private final byte[][] weights;

  /// One wording and the number of its label.
  record Example(Set<String> features, int label) {}

  Classifier(List<Example> examples, int labels) {
    this.labels = labels;
    this.index = new HashMap<>();
    var counts = new HashMap<String, Integer>();
    for (Example example : examples) {
      for (String feature : example.features) counts.merge(feature, 1, Integer::sum);
    }
    for (Example example : examples) {
      for (String feature : example.features) {
        if (counts.getOrDefault(feature, 0) > ONCE) index.putIfAbsent(feature, index.size());
      }
    }
    var exact = new float[index.size()][labels];
    train(examples, exact);
    unit = Learnt.unit(exact);
    weights = Learnt.rounded(exact, unit);
  }

  /// It answers exactly as the one that has learnt it.
  Classifier(Learnt learnt, int labels) {
    this.labels = labels;
    this.unit = learnt.unit();
    this.weights = learnt.weights();
    this.index = new HashMap<>(2 * weights.length);
    for (int i = 0; i < weights.length; i++) index.put(learnt.features()[i], i);
  }

  /// @param mark of the wordings
  Learnt learnt(long mark) {
    var features = new String[index.size()];
    index.forEach((feature, i) -> features[i] = feature);
    return new Learnt(mark, features, unit, weights);
  }

  /// How likely each label is; they add up to one.
  double[] likelihoods(Set<String> features) {
    int[] known = known(features);
    double[] sums = new double[labels];
    for (int feature : known) {
      byte[] row = weights[feature];
      for (int i = 0; i < labels; i++) sums[i] += row[i];
    }
    return softmax(sums, unit / Math.sqrt(Math.max(1, known.length)));
  }

  private void train(List<Example> examples, float[][] exact) {
    var coded = new ArrayList<int[]>();
    for (Example example : examples) coded.add(known(example.features));
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) order[i] = i;
    var random = new SplittableRandom(7);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      double rate = RATE / (1 + round * 0.1);
      for (int at : order) step(exact, coded.get(at), examples.get(at).label, rate);
    }
  }

  private void step(float[][] exact, int[] features, int label, double rate) {
    double[] sums = new double[labels];
    for (int feature : features) {
      float[] row = exact[feature];
      for (int i = 0; i < labels; i++) sums[i] += row[i];
    }
    double[] likely = softmax(sums, 1 / Math.sqrt(Math.max(1, features.length)));
    double unit = rate / Math.sqrt(Math.max(1, features.length));
    for (int feature : features) {
      float[] row = exact[feature];
      for (int i = 0; i < labels; i++) {
        row[i] += (float) (unit * ((i == label ? 1 : 0) - likely[i]) - SHRINK * row[i]);
      }
    }
  }

  private static double[] softmax(double[] sums, double scale) {
    double most = Double.NEGATIVE_INFINITY;
    for (double sum : sums) most = Math.max(most, sum);
    double all = 0;
    for (int i = 0; i < sums.length; i++) all += sums[i] = Math.exp((sums[i] - most) * scale);
    for (int i = 0; i < sums.length; i++) sums[i] /= all;
    return sums;
  }

  private int[] known(Set<String> features) {
    return features.stream()
        .filter(index::containsKey)
        .mapToInt(feature -> index.getOrDefault(feature, 0))
        .toArray();
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
  }
}
