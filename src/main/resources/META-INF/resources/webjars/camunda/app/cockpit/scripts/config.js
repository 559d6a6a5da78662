import '../../shared/scripts/swedish.js';
import '../../shared/scripts/storage.js';
import '../../shared/scripts/login.js';
import '../../shared/scripts/login-form.js';
import '../../shared/scripts/criteria.js';

export default {
  app: {
    name: 'Översikt',
    vendor: 'Samsteg'
  },
  // Only Swedish is offered: forms, diagrams and letters are Swedish, so a browser set to another
  // language must not turn half of the page English. sv.json is complete (TranslationTest).
  locales: {
    availableLocales: ['sv'],
    fallbackLocale: 'sv'
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/table-texts', 'scripts/closed-tabs']
};
