package se.samsteg.login;

import java.io.Serializable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * What the provider last gave a session.
 *
 * @param id the signed ID token as it was sent; checked by {@link Provider#read}
 */
record Tokens(String id, OAuth2AccessToken access, OAuth2RefreshToken refresh) implements Serializable {}
