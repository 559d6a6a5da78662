package se.samsteg.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

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

    Deployer(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var deployment =
                repository.createDeployment().name("samsteg").source("samsteg").enableDuplicateFiltering(false);
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (String folder : new String[] {"processes", "processes/decisions", "forms"}) {
                for (Resource resource : resolver.getResources("classpath*:" + folder + "/*.*")) {
                    if (String.valueOf(resource.getFilename()).endsWith(MOVES)) {
                        continue;
                    }
                    try (InputStream content = resource.getInputStream()) {
                        deployment.addInputStream(folder + "/" + resource.getFilename(), content);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!deployment.getResourceNames().isEmpty()) {
            deployment.deploy();
        }
    }
}
