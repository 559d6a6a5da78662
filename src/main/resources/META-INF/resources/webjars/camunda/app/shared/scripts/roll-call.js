/*
 * The page on which the roll of a group's session is called. It reads the task as Tasklist does and completes it through the
 * same interface, so that the same rules hold; what they refuse is said at the participant it is about. Its words are those
 * of the form. All data from the server is set as text, and nothing is kept in the browser. Written against Camunda 7.24.0.
 */
const API = '/camunda/api';
const ENGINE = `${API}/engine/engine/default`;
const FORM = 'group-session';
const TOKEN = 'XSRF-TOKEN';
const UNRECORDED = '';

const place = document.querySelector('main');
const taskId = new URLSearchParams(location.search).get('task') ?? '';
const address = `${ENGINE}/task/${encodeURIComponent(taskId)}`;

let numbered = 0;
let unsent = false;

function element(name, properties = {}, ...content) {
  const made = document.createElement(name);
  const { dataset, ...others } = properties;
  Object.assign(made, others);
  Object.assign(made.dataset, dataset);
  made.append(...content);
  return made;
}

function show(...content) {
  place.replaceChildren(...content);
}

/** A sentence in place of the roll, to which a reader of the screen is led. */
function say(text, ...more) {
  const said = element('p', { tabIndex: -1 }, text);
  said.setAttribute('role', 'alert');
  show(said, ...more);
  said.focus();
}

const tasklist = () =>
  element('p', {}, element('a', { href: `/camunda/app/tasklist/default/#/?task=${taskId}` }, 'Till uppgiften'));

class Answered extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function answer(response) {
  if (!response.ok) {
    const told = await response.json().catch(() => ({}));
    throw new Answered(response.status, told.message ?? '');
  }
  return response.status === 204 ? undefined : response.json();
}

const read = path => fetch(path, { headers: { Accept: 'application/json' } }).then(answer);

function token() {
  const cookie = document.cookie.split('; ').find(one => one.startsWith(`${TOKEN}=`));
  return cookie ? decodeURIComponent(cookie.slice(TOKEN.length + 1)) : '';
}

function send(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    body: JSON.stringify(body)
  }).then(answer);
}

/** Why nothing can be done here, in words. */
function problem({ status }) {
  const sentences = {
    401: 'Du är inte inloggad. Logga in i Uppgifter och öppna uppropet igen.',
    403: 'Uppgiften är inte din. Ta den i Uppgifter och öppna uppropet igen.',
    404: 'Uppgiften finns inte. Träffen är kanske redan registrerad.'
  };
  say(sentences[status] ?? 'Uppropet kunde inte läsas. Försök igen om en stund.', tasklist());
}

/** Fields by key, those of the roll's rows too. */
function fieldsOf(form) {
  const fields = new Map();
  const collect = components =>
    components.forEach(field => {
      fields.set(field.key ?? field.path, field);
      collect(field.components ?? []);
    });
  collect(form.components);
  return fields;
}

const json = variable => JSON.parse(variable?.value ?? '[]');

function choice(type, name, { label, value }, checked) {
  const input = element('input', { type, name, value, checked });
  return element('label', {}, input, label);
}

/** One participant: what was recorded, one tap each, and whether something individual is needed. */
function row({ seat, name, caseNumber }, number, fields) {
  const options = [...fields.get('attendance').values, { label: 'Inte registrerad', value: UNRECORDED }];
  const group = `attendance${seat}`;
  const needs = element('input', { type: 'checkbox', name: 'needs', value: caseNumber });
  return element(
    'fieldset',
    { className: 'row', dataset: { seat, row: number } },
    element('legend', {}, name),
    element(
      'div',
      { className: 'choices' },
      ...options.map(one => choice('radio', group, one, one.value === UNRECORDED))
    ),
    element('p', {}, element('label', {}, needs, ' Individuell insats behövs'))
  );
}

function text(field, type) {
  numbered += 1;
  const input = element(type, { id: `field${numbered}`, name: field.key });
  if (field.validate?.maxLength) {
    input.maxLength = field.validate.maxLength;
  }
  const description = field.description ? [element('small', {}, ` ${field.description}`)] : [];
  return element('label', { className: 'field', htmlFor: input.id }, field.label, ...description, input);
}

const chosen = (form, name) => [...form.querySelectorAll(`[name="${name}"]:checked`)].map(({ value }) => value);

function rollCall(form) {
  return [...form.querySelectorAll('.row')].map(({ dataset }) => {
    const [attendance] = chosen(form, `attendance${dataset.seat}`);
    return { seat: Number(dataset.seat), attendance: attendance || null };
  });
}

const list = value => ({ type: 'Json', value: JSON.stringify(value) });
const words = (form, name) => {
  const said = form.elements.namedItem(name).value.trim();
  return said ? { [name]: { value: said } } : {};
};

function answers(form) {
  return {
    outcome: { value: 'held' },
    rollCall: list(rollCall(form)),
    themes: list(chosen(form, 'themes')),
    needs: list(chosen(form, 'needs')),
    ...words(form, 'guest'),
    ...words(form, 'note')
  };
}

function wrong(sentence) {
  const told = element('p', { className: 'wrong' }, sentence);
  told.setAttribute('role', 'alert');
  return told;
}

/** Each sentence about a row goes to the row, the others above the button. */
function refuse(form, message, label) {
  form.querySelectorAll('.wrong').forEach(told => told.remove());
  const aboutRow = new RegExp(`${label}, rad (\\d+), ([^:]+: [^.]+\\.)`, 'g');
  let rest = message;
  for (const [sentence, number, said] of message.matchAll(aboutRow)) {
    const at = form.querySelector(`.row[data-row="${number}"]`);
    if (at) {
      at.append(wrong(said));
      rest = rest.replace(sentence, '');
    }
  }
  if (rest.trim()) {
    form.querySelector('.send').before(wrong(rest.trim()));
  }
  form.querySelector('.wrong')?.scrollIntoView({ block: 'center' });
}

async function register(form, button, label) {
  button.disabled = true;
  try {
    await send(`${address}/submit-form`, { variables: answers(form) });
    unsent = false;
    say(
      'Träffen är registrerad.',
      element('p', {}, element('a', { href: '/camunda/app/tasklist/default/' }, 'Till uppgifterna'))
    );
  } catch (error) {
    button.disabled = false;
    if (error.status === 400) {
      refuse(form, error.message || 'Träffen kunde inte registreras. Ladda om sidan.', label);
    } else if (error.status) {
      unsent = false;
      problem(error);
    } else {
      refuse(form, 'Ingen kontakt med Samsteg. Det du har valt finns kvar på sidan. Försök igen.', label);
    }
  }
}

function page(variables, fields) {
  const participants = json(variables.onRoll);
  const list = fields.get('rollCall');
  const [best] = fields.get('attendance').values;
  const themes = json(variables.themeOptions).map(one => choice('checkbox', 'themes', one, false));
  const all = element('button', { type: 'button' }, `Alla ${best.label.toLowerCase()}`);
  const button = element('button', { type: 'submit', className: 'send' }, 'Registrera träffen');
  const form = element(
    'form',
    { noValidate: true },
    all,
    ...participants.map((one, n) => row(one, n + 1, fields)),
    element(
      'fieldset',
      {},
      element('legend', {}, fields.get('themes').label),
      element('div', { className: 'choices' }, ...themes)
    ),
    text(fields.get('guest'), 'input'),
    text(fields.get('note'), 'textarea'),
    button
  );
  all.addEventListener('click', () => {
    form.querySelectorAll(`.row input[type="radio"][value="${best.value}"]`).forEach(input => {
      input.checked = true;
    });
    unsent = true;
  });
  form.addEventListener('input', () => {
    unsent = true;
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    register(form, button, list.label);
  });
  show(
    element('h1', {}, variables.heading?.value ?? list.label),
    element('p', {}, 'Flyttas träffen eller ställs den in, registrera det i uppgiften.'),
    tasklist(),
    form
  );
}

async function begin() {
  const [task, user, form] = await Promise.all([
    read(address),
    read(`${API}/admin/auth/user/default`),
    read(`${address}/deployed-form`)
  ]);
  if (form.id !== FORM) {
    throw new Answered(404, '');
  }
  if (task.assignee !== user.userId) {
    throw new Answered(403, '');
  }
  const variables = await read(`${address}/form-variables?deserializeValues=false`);
  page(variables, fieldsOf(form));
}

addEventListener('beforeunload', event => unsent && event.preventDefault());
// A page that the browser has kept as it was would show names to the next user who goes back.
addEventListener('pageshow', event => event.persisted && location.reload());

begin().catch(problem);
