package se.samsteg.engine;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What letters and documents from a folder of an installation may say: words, and by name what their template is given. An
 * expression that does anything else could call Java.
 */
final class FolderTemplates {

    private static final Pattern PLACE_IN_LETTER = Pattern.compile("\\[\\(\\$\\{[a-zA-Z0-9]+}\\)]");
    private static final Pattern PLACE_IN_DOCUMENT = Pattern.compile(
            "th:(text|if|unless)=\"\\$\\{[a-zA-Z0-9]+}\"|th:replace=\"~\\{layout :: [a-z]+(\\('[^'$#*@~{}|_]*'\\))?}\"");
    /** Also what hides one: a name in capitals, a character written as a number, a comment that goes before the rest is read. */
    private static final Pattern EXPRESSION = Pattern.compile(
            "th[:-]|\\[\\[|\\[\\(|\\[#|\\[/|[$#*@~]\\{|__|<!--/|/\\*\\[|&(?!(amp|lt|gt|quot|apos);)",
            Pattern.CASE_INSENSITIVE);

    private FolderTemplates() {}

    /** What is wrong in a letter, a sentence each with file and line. */
    static List<String> wrongInLetter(String file, String text) {
        List<String> wrong = expressions(file, text, PLACE_IN_LETTER);
        if (!text.startsWith("Ämne: ")) {
            wrong.add(file + ", line 1: a letter begins with Ämne: and its subject");
        }
        return wrong;
    }

    /** As {@link #wrongInLetter} in a document, which is well-formed XHTML. */
    static List<String> wrongInDocument(String file, String text) {
        List<String> wrong = expressions(file, text, PLACE_IN_DOCUMENT);
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            wrong.add("%s, line %d: is no XHTML".formatted(file, e.getLocation().getLineNumber()));
        }
        return wrong;
    }

    private static List<String> expressions(String file, String text, Pattern allowed) {
        List<String> wrong = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int n = 0; n < lines.size(); n++) {
            if (EXPRESSION.matcher(allowed.matcher(lines.get(n)).replaceAll("")).find()) {
                wrong.add("%s, line %d: only the name of what is given to the template is allowed"
                        .formatted(file, n + 1));
            }
        }
        return wrong;
    }
}
