/*
 * Dates and times are what is typed, in every language and time zone of the browser: eight digits or ÅÅÅÅ-MM-DD, and a
 * time of day. A date can also be chosen in the browser's own calendar, which stands at the end of the field.
 * Written against Camunda 7.24.0.
 */
import { eachForm, type } from './forms.js';
import { reading } from './typed-fields.js';

const DATE = /^([12]\d{3})(-?)(\d{2})\2(\d{2})$/;
const TIME = /^(\d{1,2})[:.](\d{2})$|^(\d{2})(\d{2})$/;

/** The day as it is in Sweden, where the engine's days begin. */
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });

const exists = day => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false;

function readDate(text) {
  const parts = DATE.exec(text.trim());
  return parts ? [parts[1], parts[3], parts[4]].join('-') : text.trim() && text;
}

function wrongDate(day, { disallowPassedDates }) {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(day)) {
    return 'Skriv datumet som ÅÅÅÅ-MM-DD.';
  }
  if (!exists(day)) {
    return 'Datumet finns inte i kalendern.';
  }
  return disallowPassedDates && day < today() && 'Välj ett datum som inte har passerat.';
}

function readTime(text) {
  const [, hours, minutes, HH, MM] = TIME.exec(text.trim()) ?? [];
  return hours || HH ? `${(hours ?? HH).padStart(2, '0')}:${minutes ?? MM}` : text.trim() && text;
}

reading({
  applies: field => field.type === 'datetime' && field.subtype === 'date',
  read: text => readDate(text) || null,
  wrong: wrongDate
});

reading({
  applies: field => field.type === 'datetime' && field.subtype === 'time',
  read: text => readTime(text) || null,
  wrong: time => !/^([01]\d|2[0-3]):[0-5]\d$/.test(time) && 'Skriv tiden som TT:MM, till exempel 09:30.'
});

/** A button that opens the browser's calendar, whose value is ÅÅÅÅ-MM-DD in every language and time zone. */
function calendarFor(input, { disallowPassedDates }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'samsteg-calendar glyphicon glyphicon-calendar';
  button.tabIndex = -1; // one types, or takes the mouse
  button.title = 'Välj i kalendern';
  button.setAttribute('aria-label', 'Välj i kalendern');
  const calendar = document.createElement('input');
  calendar.type = 'date';
  calendar.tabIndex = -1;
  calendar.min = disallowPassedDates ? today() : '1900-01-01';
  calendar.max = '2999-12-31';
  button.append(calendar);
  button.addEventListener('click', () => {
    const day = readDate(input.value);
    calendar.value = exists(day) ? day : '';
    calendar.showPicker();
  });
  calendar.addEventListener('change', () => {
    type(input, calendar.value);
    input.focus();
  });
  return button;
}

function furnish(form, container) {
  for (const field of form.get('formFieldRegistry').getAll()) {
    const input = field.type === 'datetime' && container.querySelector(`input[id$="-${CSS.escape(field.id)}"]`);
    if (input && !input.placeholder) {
      input.placeholder = field.subtype === 'date' ? 'åååå-mm-dd' : 'tt:mm';
      input.autocomplete = 'off';
      if (field.subtype === 'date' && !input.disabled && !input.readOnly) {
        input.after(calendarFor(input, field));
      }
    }
  }
}

eachForm((form, container) => {
  furnish(form, container);
  new MutationObserver(() => furnish(form, container)).observe(container, { subtree: true, childList: true });
});
