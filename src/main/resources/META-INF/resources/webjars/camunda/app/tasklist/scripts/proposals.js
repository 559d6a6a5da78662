/*
 * What a form can propose stands there already, and what was chosen instead stays: a day that lies a period ahead (a date's
 * property proposed, in months: P18M), and the sex that an identity number says (proposedFrom names the number's field).
 * Written against Camunda 7.24.0.
 */
import { eachForm } from './forms.js';

const NUMBER = /^(?:\d{2})?\d{6}[-+]?\d{2}(\d)\d$/;
const MONTHS = /^P(\d+)M$/;

/** The day as it is in Sweden some months ahead, the last of the month where that is shorter. */
function ahead(months) {
  const [year, month, day] = new Date()
    .toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
    .split('-')
    .map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

function sexOf(number) {
  const [, digit] = NUMBER.exec((number ?? '').replace(/\s/g, '')) ?? [];
  return digit && (digit % 2 === 0 ? 'woman' : 'man');
}

/** What is proposed for a field, given what the form holds; nothing where it proposes none or does not know it yet. */
function proposal({ properties = {} }, data) {
  const [, months] = MONTHS.exec(properties.proposed ?? '') ?? [];
  return months ? ahead(Number(months)) : properties.proposedFrom && sexOf(data[properties.proposedFrom]);
}

/** The fields that propose something; a form can be given other fields later. */
function proposing(form) {
  return form
    .get('formFieldRegistry')
    .getAll()
    .filter(({ properties, disabled }) => !disabled && (properties?.proposed || properties?.proposedFrom));
}

eachForm(form => {
  const proposed = new Map();
  const propose = () => {
    const { data } = form._getState();
    const news = proposing(form)
      .map(field => [field.key, proposal(field, data)])
      .filter(([key, value]) => value && proposed.get(key) !== value);
    const untouched = news.filter(([key]) => !data[key] || data[key] === proposed.get(key));
    news.forEach(([key, value]) => proposed.set(key, value));
    if (untouched.length > 0) {
      form._setState({ data: { ...data, ...Object.fromEntries(untouched) } });
    }
  };
  form.on('changed', propose);
  const proposeAnew = () => {
    proposed.clear(); // nothing has been chosen instead yet
    propose();
  };
  form.on('import.done', proposeAnew);
  form.on('draft.discarded', proposeAnew);
  propose();
});
