package se.samsteg.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import se.samsteg.form.ProgrammeForms;

/**
 * Deploys models and forms together, once every bean stands: a timer start event asks a phase for its calendar at
 * deployment. Resource names are the same from the jar and from the class folder, so neither makes a new version of the
 * other's deployment.
 */
@Component
class Deployer implements SmartInitializingSingleton {

    /** Where activities of earlier versions are now: for running cases, and nothing that the engine reads. */
    private static final String MOVES = ".moves.yml";

    private final RepositoryService repository;
    private final ModelFiles files;
    private final ProgrammeForms programmes;
    private final FolderCheck folder;
    private final LiveNodes nodes;

    Deployer(
            RepositoryService repository,
            ModelFiles files,
            ProgrammeForms programmes,
            FolderCheck folder,
            LiveNodes nodes) {
        this.repository = repository;
        this.files = files;
        this.programmes = programmes;
        this.folder = folder;
        this.nodes = nodes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        folder.check();
        nodes.join(files.hash());
        var deployment =
                repository.createDeployment().name("samsteg").source("samsteg").enableDuplicateFiltering(false);
        for (String folder : List.of("processes", "processes/decisions")) {
            for (Resource file : files.of(folder + "/*.*")) {
                if (!String.valueOf(file.getFilename()).endsWith(MOVES)) {
                    deployment.addString(folder + "/" + file.getFilename(), text(file));
                }
            }
        }
        for (Resource file : files.of("forms/*.form")) {
            programmes.rendered(text(file)).forEach((id, text) -> deployment.addString(name(id), text));
        }
        // Last, so that a programme's own form is deployed instead of the one that was made for it.
        for (Resource file : files.of("forms/*/*.form")) {
            programmes
                    .own(ModelFiles.folderOf(file), text(file))
                    .forEach((id, text) -> deployment.addString(name(id), text));
        }
        if (!deployment.getResourceNames().isEmpty()) {
            deployment.deploy();
        }
    }

    private static String name(String form) {
        return "forms/" + form + ".form";
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
