/*
 * What the four web applications have in common: each one's config.js begins with it, so it is done before the application
 * starts. Written against Camunda 7.24.0.
 */
import './language.js';
import './app-names.js';
import './calendar-names.js';
import './storage.js';
import './forgetting.js';
import './login.js';
import './login-form.js';

/** An application's settings, under the name that its page's title has. */
export function app(name, settings) {
  return {
    app: { name, vendor: 'Samsteg' },
    // Only Swedish is offered: forms, diagrams and letters are Swedish, so a browser set to another
    // language must not turn half of the page English. sv.json is complete (TranslationTest).
    locales: { availableLocales: ['sv'], fallbackLocale: 'sv' },
    // The greeting at the first visit points to Camunda's own introduction.
    disableWelcomeMessage: true,
    ...settings
  };
}
