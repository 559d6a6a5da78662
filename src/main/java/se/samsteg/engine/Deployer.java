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
