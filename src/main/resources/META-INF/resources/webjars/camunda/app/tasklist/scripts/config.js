import { app } from '../../shared/scripts/app.js';
import '../../shared/scripts/criteria.js';
import './drafts.js';
import './autocomplete.js';
import './due-first.js';
import './focus.js';
import './start-list.js';

export default app('Uppgifter', {
  customScripts: [
    'scripts/fields',
    'scripts/form-texts',
    'scripts/escape',
    'scripts/suggestions',
    'scripts/told-values'
  ],
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
});
