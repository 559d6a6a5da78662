/*
 * The page on which the programme lead imports earlier cases and fetches rows. A file is tried first; only a file without
 * errors can be imported. All data from the server is set as text. Written against Camunda 7.24.0.
 */
const API = '/camunda/api/samsteg';
const TOKEN = 'XSRF-TOKEN';
const LARGEST = 20 * 1024 * 1024;

const place = document.querySelector('main');

function element(name, properties = {}, ...content) {
  const made = document.createElement(name);
  Object.assign(made, properties);
  made.append(...content);
  return made;
}

function token() {
  const cookie = document.cookie.split('; ').find(one => one.startsWith(`${TOKEN}=`));
  return cookie ? decodeURIComponent(cookie.slice(TOKEN.length + 1)) : '';
}

/** What an answer without a report means, in words. */
function problem(status, told) {
  const sentences = {
    0: 'Ingen kontakt med Samsteg, eller filen ändrades. Inget är sparat. Välj filen igen.',
    401: 'Du är inte inloggad. Logga in i Cockpit och öppna sidan igen.',
    403: 'Sidan är för projektledaren.',
    404: 'Programmet finns inte hos er.',
    413: 'Filen är för stor. Den får vara högst 20 MB. Dela den i flera.'
  };
  return sentences[status] ?? (told || 'Det gick inte. Inget är sparat. Försök igen om en stund.');
}

/** Sends a file; fetch cannot tell how much of it has left. */
function send(file, programme, dryRun, progress) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open('POST', `${API}/import?programme=${encodeURIComponent(programme)}&dryRun=${dryRun}`);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.setRequestHeader('X-XSRF-TOKEN', token());
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded, total));
    request.addEventListener('loadend', () => resolve({ status: request.status, told: request.response }));
    request.send(file);
  });
}

function header(text) {
  return element('th', { scope: 'col' }, text);
}

function errorTable({ errors, moreErrors }) {
  const more = moreErrors > 0 ? ` De första ${errors.length} av ${errors.length + moreErrors} visas.` : '';
  return element(
    'table',
    {},
    element('caption', {}, `Fel i filen. Inget är sparat.${more}`),
    element('thead', {}, element('tr', {}, header('Rad'), header('Kolumn'), header('Fel'))),
    element(
      'tbody',
      {},
      ...errors.map(({ line, column, message }) =>
        element(
          'tr',
          {},
          element('td', {}, String(line)),
          element('td', {}, column ?? 'Hela raden'),
          element('td', {}, message)
        )
      )
    )
  );
}

function counts({ rows, new: added, changed, unchanged }) {
  return `${rows} rader: ${added} nya, ${changed} ändrade, ${unchanged} oförändrade.`;
}

function importForm(programmes) {
  const programme = element(
    'select',
    { id: 'programme' },
    ...programmes.map(({ label, value }) => new Option(label, value))
  );
  const file = element('input', { id: 'file', type: 'file', accept: '.csv,text/csv' });
  const attempt = element('button', { type: 'submit', disabled: true }, 'Prova filen');
  const store = element('button', { type: 'button', disabled: true }, 'Importera');
  const bar = element('progress', { max: 1, value: 0, hidden: true });
  bar.setAttribute('aria-label', 'Hur mycket av filen som har skickats');
  const status = element('div', { className: 'said' });
  status.setAttribute('role', 'status');
  const form = element(
    'form',
    { noValidate: true },
    element('label', { htmlFor: 'programme' }, 'Program'),
    programme,
    element('label', { htmlFor: 'file' }, 'Fil med ärenden, CSV i UTF-8'),
    file,
    element('p', {}, attempt, ' ', store),
    bar,
    status
  );

  const say = (...content) => status.replaceChildren(...content);

  function ready() {
    attempt.disabled = file.files.length === 0;
    store.disabled = true;
    say();
  }

  async function run(dryRun) {
    const [chosen] = file.files;
    if (chosen.size > LARGEST) {
      say(problem(413));
      return;
    }
    const parts = [programme, file, attempt, store];
    parts.forEach(part => {
      part.disabled = true;
    });
    bar.hidden = false;
    bar.value = 0;
    say('Filen skickas …');
    const { status: answered, told } = await send(chosen, programme.value, dryRun, (loaded, total) => {
      bar.value = total > 0 ? loaded / total : 0;
      if (loaded === total) {
        bar.removeAttribute('value');
        say(dryRun ? 'Filen kontrolleras …' : 'Ärendena sparas …');
      }
    });
    bar.hidden = true;
    [programme, file, attempt].forEach(part => {
      part.disabled = false;
    });
    if (answered !== 200) {
      say(problem(answered, told?.message));
    } else if (told.errors.length > 0) {
      say(errorTable(told));
    } else if (dryRun) {
      store.disabled = false;
      say(`Filen har inga fel. ${counts(told)} Inget är sparat än.`);
      store.focus();
    } else {
      say(`Importen är klar. ${counts(told)}`);
    }
  }

  programme.addEventListener('change', ready);
  file.addEventListener('change', ready);
  form.addEventListener('submit', event => {
    event.preventDefault();
    run(true);
  });
  store.addEventListener('click', () => run(false));
  return form;
}

function fetching(programmes) {
  const decided = element('input', { id: 'decided', type: 'checkbox' });
  const programme = element('select', { id: 'of' }, ...programmes.map(({ label, value }) => new Option(label, value)));
  const year = element('input', { id: 'year', type: 'number', min: 1990, max: 2999, value: new Date().getFullYear() });
  const get = (text, address) => {
    const button = element('button', { type: 'button' }, text);
    button.addEventListener('click', () => {
      location.assign(`${API}/${address()}`);
    });
    return button;
  };
  const of = () => `programme=${encodeURIComponent(programme.value)}`;
  const evaluator = get('Rader till utvärderare', () => `evaluator.csv?${of()}&disclosureDecided=${decided.checked}`);
  evaluator.disabled = true;
  decided.addEventListener('change', () => {
    evaluator.disabled = !decided.checked;
  });
  return element(
    'form',
    { noValidate: true },
    element('label', { htmlFor: 'of' }, 'Program'),
    programme,
    element(
      'p',
      {},
      get('Alla ärenden', () => `cases.csv?${of()}`),
      ' Exakta rader, för projektledaren.'
    ),
    element('label', { htmlFor: 'year' }, 'År'),
    year,
    element(
      'p',
      {},
      get('Nationella antal', () => `national.csv?${of()}&year=${year.value}`),
      ' Per månad och kön.'
    ),
    element(
      'p',
      {},
      element(
        'label',
        {},
        decided,
        ' Det finns ett beslut om att raderna får lämnas ut. Raderna är pseudonymiserade, inte anonyma.'
      )
    ),
    element('p', {}, evaluator)
  );
}

async function begin() {
  const answer = await fetch(`${API}/import`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    place.replaceChildren(element('p', { className: 'said' }, problem(answer.status)));
    return;
  }
  const programmes = await answer.json();
  place.replaceChildren(
    element('h1', {}, 'Import av tidigare ärenden'),
    element('p', {}, 'Filen provas först. Har den ett enda fel sparas ingenting.'),
    importForm(programmes),
    element('h2', {}, 'Hämta rader'),
    element('p', {}, 'Varje fil som hämtas antecknas i loggen.'),
    fetching(programmes)
  );
}

begin().catch(() => place.replaceChildren(element('p', {}, problem(0))));
