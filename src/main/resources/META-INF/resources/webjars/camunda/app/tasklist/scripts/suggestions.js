/*
 * Where a form asks for a case or a colleague, Tasklist suggests one's own cases and the staff of one's association, and
 * the case of the task that is open stands there already. Written against Camunda 7.24.0.
 */
import { CASE_NUMBER } from './case-number.js';
import { eachForm, type } from './forms.js';
import { ask } from './samsteg.js';

const STAFF_KEYS = new Set(['fromUser', 'person', 'deputy', 'secondLeader']);

const LISTS = {
  cases: ({ caseNumber, label }) => [caseNumber, label],
  staff: ({ user, name }) => [user, name]
};

/** Which list a field takes. */
function listFor({ type, key, disabled }) {
  if (type !== 'textfield' || disabled) {
    return undefined;
  }
  return key === 'caseNumber' ? 'cases' : STAFF_KEYS.has(key) && 'staff';
}

function option([value, label]) {
  const made = document.createElement('option');
  made.value = value;
  made.label = label;
  return made;
}

/** The list as it is now; without it one can still type. */
async function fill(list, name) {
  const all = await ask(name);
  if (all) {
    list.replaceChildren(...all.map(one => option(LISTS[name](one))));
  }
}

function caseOfOpenTask() {
  const title = document.querySelector('.task-details h2')?.textContent.trim() ?? '';
  const caseNumber = title.split(' · ').pop();
  return CASE_NUMBER.test(caseNumber) ? caseNumber : undefined;
}

function suggest(input, name) {
  const list = document.createElement('datalist');
  list.id = `${input.id}-suggestions`;
  input.after(list);
  input.setAttribute('list', list.id);
  input.autocomplete = 'off';
  fill(list, name).catch(() => undefined);
  const caseNumber = name === 'cases' && !input.value && caseOfOpenTask();
  if (caseNumber) {
    type(input, caseNumber);
  }
}

const folded = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** A name, or a part of it, that only one of those suggested has, means that one. */
document.addEventListener(
  'blur',
  ({ target }) => {
    const options = [...(target.list?.options ?? [])];
    const name = options.some(({ value }) => value === target.value) ? '' : folded(target.value ?? '');
    const meant = options.filter(({ label }) => name && folded(label).includes(name));
    if (meant.length === 1) {
      type(target, meant[0].value);
    }
  },
  true // before form-js checks the field that is left
);

eachForm((form, container) => {
  const wanted = form
    .get('formFieldRegistry')
    .getAll()
    .map(field => [field.id, listFor(field)])
    .filter(([, name]) => name);
  const attend = () => {
    for (const [id, name] of wanted) {
      // form-js draws a field without saying which it is, except that its element's id ends with the field's id.
      container
        .querySelectorAll(`input.fjs-input[id$="-${CSS.escape(id)}"]:not([list])`)
        .forEach(input => suggest(input, name));
    }
  };
  // Not before the form is drawn anew with the fields that Samsteg adds.
  new MutationObserver(attend).observe(container, { subtree: true, childList: true });
});
