package shopcrew.roles.breach;

/// A role that starts a program.
public class RunsThings {
  ProcessBuilder program() {
    return new ProcessBuilder("true");
  }
}
