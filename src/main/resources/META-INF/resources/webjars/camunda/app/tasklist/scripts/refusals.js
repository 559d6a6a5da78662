/*
 * What the server refuses. Its sentences begin with the label of a field; Tasklist shows them in a corner, one message
 * above the other, where they stay when they are solved. Here each goes to its field, until that is changed or the form is
 * sent anew. The form can be sent all the same: only the server knows what another answer elsewhere has solved.
 * Written against Camunda 7.24.0.
 */
import { eachForm, fieldOnScreen, nameOf, shown } from './forms.js';

const REFUSAL = '.notifications .alert-danger';
const TOLD = 'samsteg-refusal';

/** Where a sentence on a field begins. */
function start(message, label) {
  return [': ', ' – ']
    .map(sign => message.indexOf(label + sign))
    .find(at => at === 0 || message.slice(0, Math.max(0, at)).endsWith('. '));
}

/** The sentences of a message by the fields they begin with; none if the first, or any label, is not one field's. */
function sentences(message, fields) {
  const starts = fields
    .map(field => ({ field, at: start(message, nameOf(field)) }))
    .filter(({ at }) => at !== undefined)
    .sort((one, other) => one.at - other.at);
  const clear = starts[0]?.at === 0 && new Set(starts.map(({ at }) => at)).size === starts.length;
  return clear
    ? starts.map(({ field, at }, n) => ({ field, sentence: message.slice(at, starts[n + 1]?.at).trim() }))
    : [];
}

function tell(container, { field, sentence }) {
  const place = fieldOnScreen(container, field.id)?.closest('.fjs-form-field');
  const told = document.createElement('div');
  told.className = `fjs-form-field-error ${TOLD}`;
  told.setAttribute('role', 'alert');
  told.dataset.field = field.id;
  told.textContent = sentence;
  place?.append(told);
}

/** Takes away what was refused, all of it or what was said of one field. */
export function forgetRefusals(container, id) {
  const of = id ? `[data-field="${CSS.escape(id)}"]` : '';
  container.querySelectorAll(`.${TOLD}${of}`).forEach(told => told.remove());
  if (!id) {
    document.querySelectorAll(`${REFUSAL} .close[ng-click^="removeNotification"]`).forEach(close => close.click());
  }
}

eachForm((form, container) => {
  const observer = new MutationObserver(() => {
    if (!container.isConnected) {
      observer.disconnect();
      return;
    }
    for (const message of document.querySelectorAll(`${REFUSAL} .message`)) {
      const told = sentences(
        message.textContent.trim(),
        form
          .get('formFieldRegistry')
          .getAll()
          .filter(({ id, key }) => key && shown(form, id) && fieldOnScreen(container, id))
      );
      if (told.length > 0) {
        message.closest(REFUSAL).querySelector('.close[ng-click^="removeNotification"]').click();
        told.forEach(one => tell(container, one));
        container.querySelector(`.${TOLD}`)?.scrollIntoView({ block: 'center' });
      }
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  form.on('field.updated', ({ fieldInstance }) => forgetRefusals(container, fieldInstance.id));
});
