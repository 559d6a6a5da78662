/*
 * Where a form asks for a case or a colleague, Tasklist suggests one's own cases and the staff of one's association, and
 * the case of the task that is open stands there already. form-js draws a field without saying which it is, except that
 * its element's id ends with the id that the form gives it: so the form that Tasklist has just read is read again.
 */

import { type } from './forms.js';

const FORM = /\/deployed-(?:start-)?form(?:\?|$)/;
const CASE = /^[A-Z]{2,4}-\d{4}-\d{4,}$/;
const STAFF_KEYS = new Set(['fromUser', 'person', 'deputy', 'secondLeader']);

// This file lies in app/tasklist/scripts, Samsteg's own answers below api/samsteg.
const API = new URL('../../../api/samsteg/', import.meta.url);

const LISTS = {
  cases: ({ caseNumber, label }) => [caseNumber, label],
  staff: ({ user, name }) => [user, name]
};

/** Which list a field takes, by the id of the form's component. */
const wanted = new Map();

function learn({ components = [] }) {
  for (const component of components) {
    learn(component);
    const { type, key, id, disabled } = component;
    if (type === 'textfield' && !disabled && key === 'caseNumber') {
      wanted.set(id, 'cases');
    } else if (type === 'textfield' && !disabled && STAFF_KEYS.has(key)) {
      wanted.set(id, 'staff');
    }
  }
}

function option([value, label]) {
  const made = document.createElement('option');
  made.value = value;
  made.label = label;
  return made;
}

/** The list as it is now; without it one can still type. */
async function fill(list, name) {
  const answer = await fetch(new URL(name, API), { headers: { Accept: 'application/json' } });
  if (answer.ok) {
    list.replaceChildren(...(await answer.json()).map(one => option(LISTS[name](one))));
  }
}

function caseOfOpenTask() {
  const title = document.querySelector('.task-details h2')?.textContent.trim() ?? '';
  const caseNumber = title.split(' · ').pop();
  return CASE.test(caseNumber) ? caseNumber : undefined;
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

function attend() {
  for (const [id, name] of wanted) {
    document
      .querySelectorAll(`.fjs-container input.fjs-input[id$="-${CSS.escape(id)}"]:not([list])`)
      .forEach(input => suggest(input, name));
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

/** Addresses of forms that are read already; reading one again is itself among what is observed. */
const read = new Set();

new PerformanceObserver(entries => {
  for (const { name } of entries.getEntries()) {
    if (FORM.test(name) && !read.has(name)) {
      read.add(name);
      fetch(name)
        .then(answer => (answer.ok ? answer.json() : {}))
        .then(learn)
        .then(attend)
        .catch(() => undefined);
    }
  }
}).observe({ type: 'resource', buffered: true });

new MutationObserver(() => wanted.size > 0 && attend()).observe(document.body, { subtree: true, childList: true });
