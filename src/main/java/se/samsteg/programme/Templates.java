package se.samsteg.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;
import se.samsteg.engine.ModelFiles;

/** Templates of one kind, read at start. Of one that a programme has itself, its version is used for the programme's cases. */
public final class Templates {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final Map<String, String> texts = new HashMap<>();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    /** @param folder holds those that come with Samsteg, and a folder for each programme that has some itself */
    Templates(ModelFiles files, String folder, String suffix, TemplateMode mode) {
        for (Resource file : files.of(folder + "/*" + suffix)) {
            texts.put(name(file), text(file));
        }
        for (Resource file : files.of(folder + "/*/*" + suffix)) {
            texts.put(own(ModelFiles.folderOf(file), name(file)), text(file));
        }
        engine.setTemplateResolver(new Resolver(mode));
    }

    /**
     * A template filled in.
     *
     * @param programme its id; null for what belongs to none
     * @param template such as {@code referral-back}
     * @param shown by the names that the template has for it
     */
    public String process(@Nullable String programme, String template, Map<String, ? extends @Nullable Object> shown) {
        return engine.process(name(programme, template), new Context(SWEDISH, new HashMap<>(shown)));
    }

    /**
     * The version of a template for an authority, which has its code at the end: {@code referral-back-region}; the template
     * itself where neither the programme nor Samsteg has one. A programme's own template comes before Samsteg's.
     *
     * @param authority its code
     */
    public String forAuthority(String programme, String template, String authority) {
        String version = template + "-" + authority;
        boolean there = texts.containsKey(own(programme, version))
                || texts.containsKey(version) && !texts.containsKey(own(programme, template));
        return there ? version : template;
    }

    /** A template as it is written; null if there is none. */
    public @Nullable String text(@Nullable String programme, String template) {
        return texts.get(name(programme, template));
    }

    private String name(@Nullable String programme, String template) {
        String own = programme == null ? template : own(programme, template);
        return texts.containsKey(own) ? own : template;
    }

    private static String own(String programme, String template) {
        return programme + "/" + template;
    }

    private static String name(Resource file) {
        String name = Objects.requireNonNull(file.getFilename());
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Resolver extends AbstractConfigurableTemplateResolver {

        Resolver(TemplateMode mode) {
            setTemplateMode(mode);
        }

        @Override
        protected ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                String owner,
                String template,
                String resource,
                String encoding,
                Map<String, Object> attributes) {
            return new StringTemplateResource(Objects.requireNonNull(texts.get(template), template));
        }
    }
}
