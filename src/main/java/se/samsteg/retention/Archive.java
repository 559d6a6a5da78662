package se.samsteg.retention;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samsteg.extract.Extract;
import se.samsteg.retention.ClosedFiles.File;

/**
 * The folder in which an archive finds what is kept for research: one ZIP for each person, named after the first case,
 * with all that was held, for people ({@code utdrag.pdf}) and for machines ({@code utdrag.json}). The operator of
 * Samsteg delivers it and empties the folder.
 */
@Component
class Archive {

    private final Path folder;
    private final Extract extract;

    Archive(@Value("${samsteg.archive}") Path folder, Extract extract) {
        this.folder = folder;
        this.extract = extract;
    }

    /**
     * Writes the person's file to disk before it returns. What is written twice, because erasing failed the first time, is
     * there once.
     *
     * @throws UncheckedIOException if it cannot be written: nothing may be erased then
     */
    void keep(File file) {
        String caseNumber = file.number();
        Map<String, byte[]> parts = new TreeMap<>(Map.of(
                "utdrag.json", extract.json(caseNumber),
                "utdrag.pdf", extract.pdf(caseNumber)));
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, caseNumber, ".part");
            try (OutputStream out = Files.newOutputStream(unfinished);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(
                    unfinished,
                    folder.resolve(caseNumber + ".zip"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the archive's folder cannot be written", e);
        }
    }
}
