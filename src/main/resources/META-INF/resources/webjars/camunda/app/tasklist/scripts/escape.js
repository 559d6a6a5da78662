/*
 * Escape closes lists and calendars of a form; it must not go on to close the window of a start form and lose what was
 * typed. Written against Camunda 7.24.0.
 */
import { eachForm } from './forms.js';

eachForm((_form, container) =>
  container.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      event.stopPropagation();
    }
  })
);
