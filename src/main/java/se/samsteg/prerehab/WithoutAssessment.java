package se.samsteg.prerehab;

import se.samsteg.form.Refused;

/** The coach goes on without the occupational therapist's assessment, which is late: form {@code prerehab-without-assessment}. */
record WithoutAssessment(boolean goOn) {

    WithoutAssessment {
        if (!goOn) {
            throw new Refused("Vi går vidare utan bedömningen: kryssa i, eller låt uppgiften ligga.");
        }
    }
}
