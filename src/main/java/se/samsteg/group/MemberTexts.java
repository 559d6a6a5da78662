package se.samsteg.group;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import se.samsteg.form.Choice;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.person.Person;

/** How group coaches see those who wait for a group and those who have a place in one. */
@Component
class MemberTexts {

    private final FormTexts words;
    private final Alternatives alternatives;

    MemberTexts(FormTexts words, Alternatives alternatives) {
        this.words = words;
        this.alternatives = alternatives;
    }

    /** As options: name, sex, language, since when, and what the participant does instead of what is not possible. */
    List<Choice> waiting(List<GroupPlaces.Member> members) {
        FormText referral = words.get("referral-referral");
        Map<String, String> instead = instead(members);
        return members.stream()
                .map(member -> new Choice(
                        profile(member, referral) + after(", ", instead.get(member.caseNumber())), member.caseNumber()))
                .toList();
    }

    /**
     * As the roll is called, by case number: for whom care comes first is not expected, and why is not said; who cannot take
     * part in a series does something else.
     */
    Map<String, String> called(List<GroupPlaces.Member> members) {
        Map<String, String> instead = instead(members);
        return members.stream()
                .collect(Collectors.toMap(
                        GroupPlaces.Member::caseNumber,
                        member -> name(member)
                                + (member.paused() ? " (vårdpaus)" : "")
                                + after(", ", instead.get(member.caseNumber()))));
    }

    private Map<String, String> instead(List<GroupPlaces.Member> members) {
        return alternatives.of(
                members.stream().map(GroupPlaces.Member::caseNumber).toList());
    }

    private static String profile(GroupPlaces.Member member, FormText referral) {
        if (member.protectedIdentity()) {
            return name(member) + ", väntar sedan " + member.waitingSince();
        }
        String sex = StringUtils.uncapitalize(referral.option("sex", member.sex()));
        String interpreter = member.interpreter() ? ", tolk" : "";
        return name(member) + ", " + sex + after(", ", member.language()) + interpreter + ", väntar sedan "
                + member.waitingSince();
    }

    private static String after(String separator, @Nullable String text) {
        return text == null ? "" : separator + text;
    }

    /** Group coaches do not see the name of a protected person, only that the seat is taken. */
    static String name(GroupPlaces.Member member) {
        return member.protectedIdentity()
                ? "%s (%s)".formatted(Person.PROTECTED, member.caseNumber())
                : member.firstName() + " " + member.lastName();
    }
}
