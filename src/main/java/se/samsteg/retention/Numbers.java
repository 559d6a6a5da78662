package se.samsteg.retention;

import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import se.samsteg.retention.ClosedFiles.File;

/**
 * What went, in numbers: all that is known of it afterwards.
 *
 * @param archived of the files: how many an archive has now
 * @param held files that were due and stayed
 */
record Numbers(int files, int cases, int facts, int documents, int letters, int archived, int held) {

    /** @param notes facts about groups and sittings that went with them */
    static Numbers of(List<File> files, int notes, int archived, int held) {
        return new Numbers(
                files.size(),
                sum(files, file -> file.cases().size()),
                notes + sum(files, File::facts),
                sum(files, File::documents),
                sum(files, File::letters),
                archived,
                held);
    }

    private static int sum(Collection<File> files, ToIntFunction<File> count) {
        return files.stream().mapToInt(count).sum();
    }

    /** {@code 2 akter (3 ärenden, 140 anteckningar, 5 handlingar, 31 brev), varav 1 till arkivet; 1 akt hålls kvar}. */
    String words() {
        return "%s (%s, %s, %s, %d brev), varav %d till arkivet; %s hålls kvar"
                .formatted(
                        counted(files, "akt", "akter"),
                        counted(cases, "ärende", "ärenden"),
                        counted(facts, "anteckning", "anteckningar"),
                        counted(documents, "handling", "handlingar"),
                        letters,
                        archived,
                        counted(held, "akt", "akter"));
    }

    static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
