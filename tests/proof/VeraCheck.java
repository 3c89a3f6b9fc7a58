import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF about many files in one process.
 *
 * <p>The one argument names the flavours (ua1,2a); standard input has one path a line. For each file and flavour a line
 * "file TAB flavour TAB checks" comes out, and after it a line "TAB rule TAB count TAB message TAB place" for each rule
 * that the file breaks. A file that veraPDF cannot read has one broken rule called "unreadable".
 */
public final class VeraCheck {
  private static final int SHOWN = 200;

  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    String[] flavours = arguments[0].split(",");
    BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<String>> answers = new ArrayList<>();
    for (String path = paths.readLine(); path != null; path = paths.readLine()) {
      String file = path;
      for (String flavour : flavours) answers.add(workers.submit((Callable<String>) () -> answer(file, flavour)));
    }
    for (Future<String> answer : answers) out.print(answer.get());
    out.flush();
    workers.shutdown();
  }

  private static String answer(String file, String flavour) {
    try {
      ValidationResult result = validate(Path.of(file), PDFAFlavour.fromString(flavour));
      StringBuilder lines = new StringBuilder(line(file, flavour, result.getTotalAssertions()));
      broken(result).forEach((rule, found) -> lines.append(line("", rule, found.count, found.message, found.place)));
      if (!result.isCompliant() && lines.indexOf("\n") == lines.length() - 1) {
        lines.append(line("", "not compliant", 1, "veraPDF names no rule", ""));
      }
      return lines.toString();
    } catch (Exception | StackOverflowError error) {
      return line(file, flavour, 0) + line("", "unreadable", 1, error, "");
    }
  }

  private static ValidationResult validate(Path file, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(Files.newInputStream(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, SHOWN, false, false, false)) {
      return validator.validate(parser);
    }
  }

  private static Map<String, Broken> broken(ValidationResult result) {
    Map<String, Broken> rules = new LinkedHashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
      String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
      rules.computeIfAbsent(rule, name -> new Broken(assertion)).count++;
    }
    return rules;
  }

  private static String line(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) texts.add(String.valueOf(cell).replaceAll("\\s+", " "));
    return String.join("\t", texts) + "\n";
  }

  /** How often a rule is broken, and where first. */
  private static final class Broken {
    final String message;
    final String place;
    int count;

    Broken(TestAssertion first) {
      message = first.getMessage();
      place = first.getLocation() == null ? "" : first.getLocation().getContext();
    }
  }
}
