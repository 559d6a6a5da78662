package se.samsteg.programme;

import se.samsteg.form.FormText;

/**
 * A fact some of whose rules its case's programme sets; it is checked against them when it is recorded and corrected.
 */
public interface ProgrammeRules {

    /**
     * @param form in which it was written, for the labels of its fields and options
     * @throws se.samsteg.form.Refused if it is against a rule of the programme
     */
    void check(Settings programme, FormText form);
}
