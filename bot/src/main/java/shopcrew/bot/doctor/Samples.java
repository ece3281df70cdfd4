package shopcrew.bot.doctor;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/// A picture and a sound that are small enough to cost next to nothing.
final class Samples {
  /// What stands in the picture. Two digits: one would be guessed too often.
  static final String NUMBER = "52";

  private static final int STROKE = 10;
  private static final int SIDE = 40;
  private static final int GAP = 20;
  private static final int HERTZ = 8_000;
  private static final int TONE = 440;
  private static final int HALF_A_SECOND = HERTZ / 2;
  private static final int HEADER = 44;
  private static final short LOUD = 8_000;

  private Samples() {}

  /// The number in strokes, as on a till: a machine without fonts can draw it too.
  static String png() {
    var image =
        new BufferedImage(
            2 * SIDE + 3 * GAP, 2 * SIDE + 2 * GAP + STROKE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(Color.BLACK);
    digit(pen, GAP, true);
    digit(pen, 2 * GAP + SIDE, false);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /// A five, or its mirror image, a two.
  private static void digit(Graphics2D pen, int x, boolean five) {
    for (int bar = 0; bar < 3; bar++) pen.fillRect(x, GAP + bar * SIDE, SIDE, STROKE);
    int right = x + SIDE - STROKE;
    pen.fillRect(five ? x : right, GAP, STROKE, SIDE);
    pen.fillRect(five ? right : x, GAP + SIDE, STROKE, SIDE + STROKE);
  }

  /// Half a second of one tone, as a WAV file.
  static String wav() {
    int bytes = 2 * HALF_A_SECOND;
    ByteBuffer wav = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    word(wav, "RIFF").putInt(HEADER - 8 + bytes);
    word(wav, "WAVE");
    word(wav, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1);
    wav.putInt(HERTZ).putInt(2 * HERTZ).putShort((short) 2).putShort((short) 16);
    word(wav, "data").putInt(bytes);
    int half = HERTZ / TONE / 2;
    for (int i = 0; i < HALF_A_SECOND; i++) {
      wav.putShort(i / half % 2 == 0 ? LOUD : (short) -LOUD);
    }
    return Base64.getEncoder().encodeToString(wav.array());
  }

  private static ByteBuffer word(ByteBuffer wav, String word) {
    return wav.put(word.getBytes(StandardCharsets.US_ASCII));
  }
}
