package se.samsteg.programme;

import org.springframework.stereotype.Component;
import org.thymeleaf.templatemode.TemplateMode;
import se.samsteg.engine.ModelFiles;

/** What is written in the name of programmes: letters as plain text, the subject in the first line, documents as XHTML. */
@Component
public class ProgrammeTexts {

    private final Templates letters;
    private final Templates documents;

    public ProgrammeTexts(ModelFiles files) {
        letters = new Templates(files, "letters", ".txt", TemplateMode.TEXT);
        documents = new Templates(files, "documents", ".html", TemplateMode.HTML);
    }

    public Templates letters() {
        return letters;
    }

    public Templates documents() {
        return documents;
    }
}
