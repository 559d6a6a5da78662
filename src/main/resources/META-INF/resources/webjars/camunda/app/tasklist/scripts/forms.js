/*
 * What Samsteg's other scripts need of a form-js form. With its services, fields and checks are added where form-js means
 * them to be added, and its own code stays as it is. Written against Camunda 7.24.0.
 */
import { formIn } from './form-in.js';

const known = new WeakSet();
const visitors = [];

/** Lets a visitor prepare every form before a field of it can be reached. */
export function eachForm(visitor) {
  visitors.push(visitor);
}

function attend() {
  for (const container of document.querySelectorAll('.fjs-container')) {
    const form = !known.has(container) && formIn(container);
    if (form) {
      known.add(container);
      visitors.forEach(visitor => visitor(form, container));
      form.setProperty('prepared', true); // draws it anew, with the visitors' fields
    }
  }
}

new MutationObserver(attend).observe(document.body, { subtree: true, childList: true });

/** The field on the screen to which an error belongs, and what the form holds for it; nothing where it is hidden. */
export function shown(form, id) {
  return form
    .get('formFieldInstanceRegistry')
    .getAll()
    .find(instance => instance.id === id);
}

export function valueIn(form, { valuePath }) {
  return valuePath.reduce((value, part) => value?.[part], form._getState().data);
}

/**
 * Asks a check before form-js asks its own rules.
 *
 * @param wrong takes a field and its value; a sentence is the field's error, nothing leaves it to form-js
 */
export function check(form, wrong) {
  const validator = form.get('validator');
  const fields = form.get('formFieldRegistry');
  const rules = validator.validateFieldInstance;
  validator.validateFieldInstance = (instance, value) => {
    const field = fields.get(instance.id);
    const error = field && !field.disabled && wrong(field, value);
    return error ? [error] : rules.call(validator, instance, value);
  };
}

/** Where one types or chooses: an option's element has a number behind the field's id, a list's a word. */
export function fieldOnScreen(container, id) {
  const own = new RegExp(`-${id}(-0|-search|-display)?$`);
  return [...container.querySelectorAll('input, textarea, [tabindex="0"]')].find(element => own.test(element.id));
}

/** A field's label in the form; form-js gives every time a date's label too, which is not shown. */
export function labelOf({ label, subtype, dateLabel, timeLabel }) {
  return label ?? (subtype === 'time' ? timeLabel : dateLabel);
}

/** What a form works out: FEEL, or a text with FEEL in it. */
const isComputed = text => /^=|{{/.test(text ?? '');

/** What the server calls a field: where its label is computed, properties.name says it. */
export function nameOf(field) {
  const label = labelOf(field);
  return label?.trim() && !isComputed(label) ? label : (field.properties?.name ?? field.key);
}

/** A field's label as the form shows it, worked out of its data where it is computed: a participant's name in a list. */
export function labelIn(form, field) {
  const label = labelOf(field);
  if (!isComputed(label)) {
    return nameOf(field);
  }
  const { initialData, data } = form._getState();
  const known = { ...initialData, ...form.get('conditionChecker').applyConditions(data, data) };
  return String(form.get('templating').evaluate(label, known) ?? '').trim() || nameOf(field);
}

/** Types as a person does, so that the form takes notice. */
export function type(input, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
