package io.tidehall.printer;

import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceLife;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.link.PairingClient;
import io.tidehall.link.ParentWatch;
import io.tidehall.printer.agent.PairingPrint;
import io.tidehall.printer.agent.PrinterAgent;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.glyph.CjkFont;
import io.tidehall.printer.transport.Transport;
import io.tidehall.protocol.DeviceRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The ticket printer's program: joins the hall's session, the agent and one printer. */
@CommandLine.Command(
    name = "ticket-printer",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = "Prints a hall's slips on one thermal printer, each once.")
public final class PrinterApp implements Callable<Integer> {
  private static final int BAD_USE = 2;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = "the device's credentials, as the controller wrote them, or where to keep them")
  private @Nullable Path credentials;

  @Option(
      names = "--pair",
      paramLabel = "URL",
      description =
          "where the controller's pages are, such as http://192.168.1.10:8480: without credentials"
              + " the printer prints a code and waits to be paired there")
  private @Nullable URI pair;

  @Option(
      names = "--printer",
      required = true,
      paramLabel = "WHERE",
      description =
          "tcp://HOST[:9100], file:/dev/usb/lp0, serial:/dev/ttyUSB0[@9600], spool:FOLDER"
              + " (a file for each slip), or emulator")
  private String printer = "";

  @Option(
      names = "--profile",
      defaultValue = "80mm",
      paramLabel = "NAME",
      description =
          "the kind of printer (default ${DEFAULT-VALUE}): 80mm, 58mm, these with -gbk, -gb2312"
              + " or -utf8, or a .properties file")
  private String profile = "";

  @Option(
      names = "--preview",
      paramLabel = "DIR",
      description = "with emulator: a picture of each slip, the newest as latest.png")
  private @Nullable Path preview;

  @Option(
      names = "--panel",
      paramLabel = "PORT",
      description =
          "with emulator: a page at http://127.0.0.1:PORT, for this machine alone, with the paper"
              + " that has come out and a switch for each fault; 0 for any free port")
  private @Nullable Integer panel;

  @Option(
      names = "--pty",
      paramLabel = "LINK",
      description =
          "with emulator: a pseudo-terminal at LINK leads to it, too, for a second program with"
              + " serial:LINK or file:LINK (needs socat)")
  private @Nullable Path pty;

  @Option(
      names = "--roll",
      defaultValue = "50",
      paramLabel = "METRES",
      description =
          "the length of a full paper roll, for the estimate of what is left (default"
              + " ${DEFAULT-VALUE}; 0 for no estimate)")
  private int rollMetres;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description =
          "the hall's own template of slips: which sections, in which order, and lines of its own;"
              + " a file that is not there is written as shipped")
  private @Nullable Path template;

  @Option(
      names = "--spool",
      defaultValue = "printer-spool",
      paramLabel = "DIR",
      description =
          "what must survive a restart: which jobs were printed, what the hall has yet to be told"
              + " (default ${DEFAULT-VALUE})")
  private Path spool = Path.of("");

  private PrinterApp() {}

  public static void main(String[] args) {
    ParentWatch.start();
    System.exit(run(args));
  }

  /** Runs until the process is told to stop; returns the exit code. */
  static int run(String... args) {
    return new CommandLine(new PrinterApp())
        .setExecutionExceptionHandler(
            (problem, commandLine, _) -> {
              if (!(problem instanceof IOException
                  || problem instanceof IllegalArgumentException
                  || problem instanceof CjkFont.NoFontException)) {
                throw problem;
              }
              commandLine.getErr().println("ticket-printer: " + words(problem));
              return BAD_USE;
            })
        .execute(args);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rollMetres < 0 || rollMetres > 1_000) {
      throw new IllegalArgumentException(
          "expected --roll to be 0 to 1000 metres, but it is " + rollMetres);
    }
    PrinterProfile kind = PrinterProfile.find(profile);
    PrinterAddress address = PrinterAddress.parse(printer);
    URI controller = pair;
    if (controller != null) {
      return paired(controller, kind, address);
    }
    if (credentials == null) {
      throw new IllegalArgumentException(
          "expected --credentials FILE or --pair URL: get the file from the controller");
    }
    Credentials who = Credentials.read(credentials);
    var stop = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    try (Running _ = start(who, kind, address)) {
      Runtime.getRuntime().addShutdownHook(hook(stop::countDown, stopped));
      stop.await();
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  /** Prints under a credential, or its code without one, until it is told to end. */
  private int paired(URI controller, PrinterProfile kind, PrinterAddress address)
      throws IOException {
    Path file = credentials == null ? spool.resolve("ticket-printer.credentials") : credentials;
    Files.createDirectories(spool);
    var program =
        new DeviceLife.Program() {
          @Override
          public AutoCloseable work(Credentials who, DeviceLife.Changes changes)
              throws IOException {
            Running running = start(who, kind, address);
            running.session().onRefusal(changes::refused);
            return running;
          }

          @Override
          public DeviceLife.Face face(@Nullable Credentials old) {
            return address instanceof PrinterAddress.Emulator
                ? progress -> System.out.println(PairingClient.words(progress, controller))
                : new PairingPrint(address.transport(InstantSource.system()), kind, controller);
          }
        };
    var life =
        new DeviceLife(
            file, controller, DeviceRole.TICKET_PRINTER, DeviceSessions.version(), program);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(hook(life::end, stopped));
    try {
      life.run();
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  /** On SIGTERM and Ctrl-C: lets the main thread end in order, and the process wait for it. */
  private static Thread hook(Runnable stop, CountDownLatch stopped) {
    return Thread.ofPlatform()
        .name("stop")
        .unstarted(
            () -> {
              stop.run();
              await(stopped);
            });
  }

  private Running start(Credentials who, PrinterProfile kind, PrinterAddress address)
      throws IOException {
    @Nullable Emulated emulated = null;
    if (address instanceof PrinterAddress.Emulator) {
      emulated = Emulated.start(kind, preview, panel, pty, spool);
      address = emulated.address();
    } else if (preview != null || panel != null || pty != null) {
      String option = preview != null ? "--preview" : panel != null ? "--panel" : "--pty";
      throw new IllegalArgumentException(option + " goes with --printer emulator only");
    }
    DeviceSession session =
        DeviceSessions.over(
            who, "ticket-printer", DeviceSessions.version(), spool.resolve("session"));
    try {
      Transport transport = address.transport(InstantSource.system());
      var agent =
          new PrinterAgent(
              session,
              who.device(),
              kind,
              transport,
              spool.resolve("jobs"),
              new PrinterAgent.Setting(rollMetres, template),
              PrinterAgent.Pace.USUAL);
      agent.open();
      session.open();
      System.out.printf(
          "Tidehall ticket-printer %s is ready: %s%s, profile %s%n",
          who.device(), transport.describe(), emulated == null ? "" : " (emulator)", kind.name());
      System.out.flush();
      return new Running(agent, session, emulated);
    } catch (IOException | RuntimeException e) {
      session.close();
      if (emulated != null) {
        emulated.close();
      }
      throw e;
    }
  }

  /** What was started, closed in the order that lets the printing slip end and be told. */
  private record Running(PrinterAgent agent, DeviceSession session, @Nullable Emulated emulated)
      implements AutoCloseable {
    @Override
    public void close() {
      agent.close();
      session.close();
      if (emulated != null) {
        emulated.close();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String words(Exception problem) {
    return problem instanceof NoSuchFileException missing
        ? "expected the file " + missing.getFile() + ", but it is missing"
        : String.valueOf(problem.getMessage());
  }
}
