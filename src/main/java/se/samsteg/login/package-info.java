/**
 * How staff prove who they are in a real installation: at the organisation's own identity provider, by OpenID Connect. The
 * embedded default has users of its own instead, see {@code se.samsteg.demo}.
 */
@ApplicationModule(allowedDependencies = {"form", "programme", "staff"})
@NullMarked
package se.samsteg.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
