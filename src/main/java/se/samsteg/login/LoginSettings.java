package se.samsteg.login;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The identity provider, and how it says what Samsteg must know.
 *
 * @param issuer below which the provider's own description is found
 * @param levels assurance levels that are accepted, as the provider writes them
 * @param claims names of what stands in the signed ID token
 */
@ConfigurationProperties("samsteg.login")
record LoginSettings(
        String issuer, String clientId, String secret, List<String> levels, List<String> scopes, Names claims) {

    record Names(String id, String groups, String tenant, String authority, String level) {}
}
