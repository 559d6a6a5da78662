package se.samsteg.result;

import java.util.Arrays;
import java.util.Locale;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;

/** The public support that the national follow-up groups: ill health, the labour market, social assistance. */
@OptionsOf("referral-referral.livelihoodSources")
enum Source implements Code {
    SICKNESS_BENEFIT(Group.ILL_HEALTH),
    ACTIVITY_COMPENSATION(Group.ILL_HEALTH),
    DISABILITY_BENEFIT(Group.ILL_HEALTH),
    UNEMPLOYMENT_INSURANCE(Group.LABOUR_MARKET_SUPPORT),
    ACTIVITY_SUPPORT(Group.LABOUR_MARKET_SUPPORT),
    ESTABLISHMENT(Group.LABOUR_MARKET_SUPPORT),
    SOCIAL_ASSISTANCE(Group.SOCIAL_ASSISTANCE);

    private final Group group;

    Source(Group group) {
        this.group = group;
    }

    private enum Group {
        ILL_HEALTH,
        LABOUR_MARKET_SUPPORT,
        SOCIAL_ASSISTANCE,
        /** What is no public support of these. */
        OTHER;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The code of the group that a source belongs to. */
    static String group(String source) {
        return Arrays.stream(values())
                .filter(one -> one.is(source))
                .map(one -> one.group)
                .findFirst()
                .orElse(Group.OTHER)
                .code();
    }
}
