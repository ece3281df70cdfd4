package shopcrew.bot.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/// What another machine needs to be this shop, in one zip that opens with a password alone. Any
/// program that knows AES in zips opens it too.
public final class Parcel {
  /// The store as it was copied, the key that its books are sealed with, and the settings.
  public static final List<String> NAMES = List.of("shop.db", "gate.key", "shopcrew.yaml");

  private Parcel() {}

  /// The password is not that of this parcel.
  public static final class WrongPassword extends IOException {
    WrongPassword(Throwable cause) {
      super("wrong password", cause);
    }
  }

  /// @param files by their names in the parcel; one that is not there is left out
  public static void pack(Path zip, Map<String, Path> files, String password) throws IOException {
    Files.deleteIfExists(zip);
    try (var parcel = new ZipFile(zip.toFile(), password.toCharArray())) {
      for (var entry : files.entrySet()) {
        if (!Files.isRegularFile(entry.getValue())) continue;
        var locked = new ZipParameters();
        locked.setFileNameInZip(entry.getKey());
        locked.setEncryptFiles(true);
        locked.setEncryptionMethod(EncryptionMethod.AES);
        locked.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        parcel.addFile(entry.getValue().toFile(), locked);
      }
    }
    close(zip);
  }

  /// Takes what is known out of it and leaves the rest.
  public static void unpack(Path zip, char[] password, Path folder) throws IOException {
    try (var parcel = new ZipFile(zip.toFile(), password)) {
      for (String name : NAMES) {
        var entry = parcel.getFileHeader(name);
        if (entry == null) continue;
        Path file = folder.resolve(name);
        try (var bytes = parcel.getInputStream(entry)) {
          Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
        close(file);
      }
    } catch (ZipException e) {
      if (e.getType() == ZipException.Type.WRONG_PASSWORD) throw new WrongPassword(e);
      throw e;
    }
  }

  /// From now on nobody but the shop's own user reads it.
  static void close(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
