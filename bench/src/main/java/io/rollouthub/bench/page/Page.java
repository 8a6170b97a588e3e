package io.rollouthub.bench.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in Markdown of which commands write parts: what stands between two comments that name the command. */
public record Page(Path file) {

    /** Puts a text in the place of what a command wrote before; the page has its two comments. */
    public void rewrite(String command, String text) {
        try {
            Files.writeString(file, rewritten(Files.readString(file), command, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String rewritten(String page, String command, String text) {
        String begin = "<!-- made by bench/run " + command + " -->";
        String end = "<!-- end of " + command + " -->";
        Matcher part = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL)
                .matcher(page);
        if (!part.find()) {
            throw new IllegalArgumentException("the page has no '" + begin + "' with '" + end + "' behind it");
        }
        return part.replaceFirst(Matcher.quoteReplacement(begin + "\n" + text.strip() + "\n" + end));
    }
}
