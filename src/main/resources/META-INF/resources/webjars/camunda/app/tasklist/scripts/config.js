import '../../shared/scripts/swedish.js';
import '../../shared/scripts/storage.js';
import '../../shared/scripts/login.js';
import '../../shared/scripts/login-form.js';
import '../../shared/scripts/criteria.js';
import './drafts.js';

// What is due first stands first, unless one has chosen otherwise; Tasklist's own order is the newest first.
if (!location.hash.includes('sorting=')) {
  const order = encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');
  const page = location.hash || '#/';
  history.replaceState(history.state, '', `${page}${page.includes('?') ? '&' : '?'}sorting=${order}`);
}

export default {
  app: {
    name: 'Uppgifter',
    vendor: 'Samsteg'
  },
  // Only Swedish is offered: forms, diagrams and letters are Swedish, so a browser set to another
  // language must not turn half of the page English. sv.json is complete (TranslationTest).
  locales: {
    availableLocales: ['sv'],
    fallbackLocale: 'sv'
  },
  // The greeting at the first visit points to Camunda's own introduction.
  disableWelcomeMessage: true,
  customScripts: ['scripts/fields', 'scripts/form-texts', 'scripts/suggestions'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'ta den valda uppgiften'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'gå till det första filtret'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'gå till den första uppgiften i listan'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'gå till formulärets första fält'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'öppna Starta process'
    }
  }
};
