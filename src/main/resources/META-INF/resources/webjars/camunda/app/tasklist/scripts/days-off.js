/*
 * An appointment on a Saturday, a Sunday or a holiday is asked back at its field: there is an error until another day is
 * chosen or the box says that the day is meant. The box stands there only when it is asked, and asks anew for another day.
 * The form names both (a date's property dayOff, a box's confirms), and the server has the same rule.
 * Written against Camunda 7.24.0.
 */
import { check, eachForm, fieldOnScreen, shown, valueIn } from './forms.js';
import { ask } from './samsteg.js';

const NOT_ASKED = 'samsteg-not-asked';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Why a day is a holiday, by day; nothing until the server has told it. */
let holidays;
let asked;

function weekend(day) {
  const date = new Date(`${day}T00:00:00Z`);
  const say = options => date.toLocaleDateString('sv-SE', { timeZone: 'UTC', ...options });
  return (
    [0, 6].includes(date.getUTCDay()) &&
    `den ${say({ day: 'numeric', month: 'long' })} är en ${say({ weekday: 'long' })}`
  );
}

/** Why offices are closed that day, as a sentence goes on; nothing on a working day and on what is no day. */
function why(day) {
  return DAY.test(day ?? '') ? (holidays?.[day] ?? weekend(day)) : undefined;
}

/** The appointments of a form, each with its box. */
function appointments(form) {
  const fields = form.get('formFieldRegistry').getAll();
  return fields
    .filter(({ properties }) => properties?.dayOff === 'asked')
    .map(date => ({ date, box: fields.find(({ properties }) => properties?.confirms === date.key) }));
}

/** Asks again when a day that was meant is changed. What comes back with a draft is no change. */
function untickForAnotherDay(form) {
  const meantDays = () => {
    const { data } = form._getState();
    return new Map(
      appointments(form).flatMap(({ date, box }) => (data[box.key] === true ? [[box.key, data[date.key]]] : []))
    );
  };
  let before = meantDays();
  form.on('changed', () => {
    const now = meantDays();
    const others = [...now.keys()].filter(key => before.has(key) && before.get(key) !== now.get(key));
    before = now;
    if (others.length > 0) {
      const { data } = form._getState();
      form._setState({ data: { ...data, ...Object.fromEntries(others.map(key => [key, false])) } });
    }
  });
}

/** What the box says changes what is wrong with the date, which form-js checks only when the date itself is changed. */
function checkWithTheBox(form) {
  form.on('field.updated', ({ fieldInstance }) => {
    const pair = appointments(form).find(({ box }) => box.id === fieldInstance?.id);
    const instance = pair && shown(form, pair.date.id);
    if (instance) {
      // When the form holds the box's new value.
      queueMicrotask(() => form.get('viewerCommands').updateFieldInstanceValidation(instance, valueIn(form, instance)));
    }
  });
}

/** Hides the row of each box that is not asked; a row on the screen may have been another field's before. */
function showWhenAsked(form, container) {
  const { data } = form._getState();
  const unasked = appointments(form).filter(({ date, box }) => {
    const day = data[date.key] ?? '';
    // Where the holidays are not known, the server may still ask back.
    return data[box.key] !== true && !(holidays ? why(day) : DAY.test(day));
  });
  const rows = unasked.map(({ box }) => fieldOnScreen(container, box.id)?.closest('.fjs-layout-row'));
  container.querySelectorAll(`.${NOT_ASKED}`).forEach(row => row.classList.toggle(NOT_ASKED, rows.includes(row)));
  rows.forEach(row => row?.classList.add(NOT_ASKED));
}

eachForm((form, container) => {
  asked = holidays && asked; // a server that did not answer is asked anew
  check(form, ({ key }, day) => {
    const pair = appointments(form).find(({ date }) => date.key === key);
    const closed = pair && form._getState().data[pair.box.key] !== true && why(day);
    return (
      closed &&
      `${closed[0].toUpperCase()}${closed.slice(1)}. Välj en annan dag, eller kryssa i rutan om dagen är menad.`
    );
  });
  untickForAnotherDay(form);
  checkWithTheBox(form);
  const show = () => {
    showWhenAsked(form, container);
    if (appointments(form).length > 0 && !asked) {
      asked = ask('holidays').then(
        answer => (holidays = answer),
        () => undefined
      );
      asked.then(() => showWhenAsked(form, container));
    }
  };
  form.on('changed', show);
  new MutationObserver(show).observe(container, { subtree: true, childList: true });
  show();
});
