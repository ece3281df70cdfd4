package shopcrew.roles.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import shopcrew.prompts.Learnt;

/// Softmax regression over features, trained from the phrases' wordings. The same wordings always
/// give the same answers: the order of training is fixed.
final class Classifier {
  private static final int ROUNDS = 40;
  private static final double RATE = 0.6;
  private static final double SHRINK = 2e-5;

  private final Map<String, Integer> index;
  private final int labels;
  private final float[][] weights;

  /// One wording and the number of its label.
  record Example(Set<String> features, int label) {}

  Classifier(List<Example> examples, int labels) {
    this.labels = labels;
    this.index = new HashMap<>();
    for (Example example : examples) {
      for (String feature : example.features) index.putIfAbsent(feature, index.size());
    }
    weights = new float[index.size()][labels];
    train(examples);
  }

  /// It answers exactly as the one that has learnt it.
  Classifier(Learnt learnt, int labels) {
    this.labels = labels;
    this.weights = learnt.weights();
    this.index = new HashMap<>(2 * weights.length);
    for (int i = 0; i < weights.length; i++) index.put(learnt.features()[i], i);
  }

  /// @param mark of the wordings
  Learnt learnt(long mark) {
    var features = new String[index.size()];
    index.forEach((feature, i) -> features[i] = feature);
    return new Learnt(mark, features, weights);
  }

  /// How likely each label is; they add up to one.
  double[] likelihoods(Set<String> features) {
    return softmax(known(features));
  }

  private void train(List<Example> examples) {
    var coded = new ArrayList<int[]>();
    for (Example example : examples) coded.add(known(example.features));
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) order[i] = i;
    var random = new SplittableRandom(7);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      double rate = RATE / (1 + round * 0.1);
      for (int at : order) step(coded.get(at), examples.get(at).label, rate);
    }
  }

  private void step(int[] features, int label, double rate) {
    double[] likely = softmax(features);
    double unit = rate / Math.sqrt(Math.max(1, features.length));
    for (int feature : features) {
      float[] row = weights[feature];
      for (int i = 0; i < labels; i++) {
        row[i] += (float) (unit * ((i == label ? 1 : 0) - likely[i]) - SHRINK * row[i]);
      }
    }
  }

  private double[] softmax(int[] features) {
    double[] sums = new double[labels];
    double scale = 1 / Math.sqrt(Math.max(1, features.length));
    for (int feature : features) {
      float[] row = weights[feature];
      for (int i = 0; i < labels; i++) sums[i] += row[i] * scale;
    }
    double most = Double.NEGATIVE_INFINITY;
    for (double sum : sums) most = Math.max(most, sum);
    double all = 0;
    for (int i = 0; i < labels; i++) all += sums[i] = Math.exp(sums[i] - most);
    for (int i = 0; i < labels; i++) sums[i] /= all;
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
