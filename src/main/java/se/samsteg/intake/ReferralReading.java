package se.samsteg.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.ReferralAnswers;
import se.samsteg.programme.Programmes;

/** What those who take a person in read of the referral. */
@Component
class ReferralReading {

    private final CaseFiles cases;
    private final ReferralAnswers answers;
    private final Programmes programmes;

    ReferralReading(CaseFiles cases, ReferralAnswers answers, Programmes programmes) {
        this.cases = cases;
        this.answers = answers;
        this.programmes = programmes;
    }

    @Nullable
    String earlierCase(String caseNumber) {
        return cases.get(caseNumber).earlierCase();
    }

    String text(String caseNumber) {
        return answers.text(caseNumber);
    }

    String note(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        return "Ny remiss från %s %s.\n%s"
                .formatted(
                        programmes.authority(caseNumber, file.authority()), file.openedOn(), answers.text(caseNumber));
    }
}
