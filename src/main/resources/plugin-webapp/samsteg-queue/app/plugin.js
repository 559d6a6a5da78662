/*
 * The dashboard's panel of places, queues, processes that follow an earlier version of their model, staff and employers. Written against Camunda 7.24.0.
 */
import { element, panel } from '../../../../../../app/shared/scripts/panel.js';

const COLUMNS = ['Nr i kön', 'Ärende', 'Remissdatum', 'Väntar sedan', 'Dagar i kön', 'Skäl till turordningen'];

function header(scope, text) {
  const cell = element('th', text);
  cell.scope = scope;
  return cell;
}

function row(waiting, index) {
  return element(
    'tr',
    header('row', String(index + 1)),
    element('td', waiting.caseNumber),
    element('td', waiting.referredOn),
    element('td', waiting.since),
    element('td', String(waiting.days)),
    element('td', waiting.reason)
  );
}

function table(waiting) {
  const made = element(
    'table',
    element('caption', `${waiting.length} väntar på plats, i den ordning platser erbjuds`),
    element('thead', element('tr', ...COLUMNS.map(text => header('col', text)))),
    element('tbody', ...waiting.map(row))
  );
  made.className = 'cam-table';
  return made;
}

function forGroup(group) {
  return group.waiting > 0
    ? `${group.type}: ${group.waiting} väntar på grupp, den första sedan ${group.since}`
    : `${group.type}: ingen väntar på grupp`;
}

function cohort({ group, from, to, members, remaining }) {
  return `Kohort ${group}, ${from.slice(0, 7)} till ${to.slice(0, 7)}: ${remaining} av ${members} är kvar`;
}

function programme(queue) {
  const taken = element('p', element('strong', `${queue.taken} av ${queue.places}`), ' platser är tagna');
  return element(
    'div',
    element('h2', queue.programme),
    taken,
    queue.waiting.length > 0 ? table(queue.waiting) : element('p', 'Ingen väntar på plats.'),
    ...queue.groups.map(group => element('p', forGroup(group))),
    ...queue.cohorts.map(one => element('p', cohort(one)))
  );
}

const EARLIER = ['Ärende', 'Process', 'Version', 'Sedan', 'Varför'];

function kept(process) {
  const why = element('td', process.reason);
  if (process.detail) {
    why.title = process.detail;
  }
  const about = element('th', process.about || 'Utan nummer');
  about.scope = 'row';
  return element(
    'tr',
    about,
    element('td', process.process),
    element('td', String(process.version)),
    element('td', process.since),
    why
  );
}

function earlier(processes) {
  const made = element(
    'table',
    element('caption', 'De fortsätter att fungera, men utan det som är nytt.'),
    element('thead', element('tr', ...EARLIER.map(text => header('col', text)))),
    element('tbody', ...processes.map(kept))
  );
  made.className = 'cam-table';
  return element('div', element('h2', 'Ärenden som följer en äldre version'), made);
}

const STAFF = ['Namn', 'Roll', 'Tjänst', 'Språk', 'Telefon', 'Enhet', 'Ersättare'];

function member({ name, roles, postPercent, languages, phone, unit, deputy }) {
  return element(
    'tr',
    header('row', name),
    ...[roles, `${postPercent} %`, languages, phone, unit, deputy].map(text => element('td', text ?? ''))
  );
}

function staff(members) {
  const made = element(
    'table',
    element('caption', 'Ändras i Tasklist med Starta process, Personal.'),
    element('thead', element('tr', ...STAFF.map(text => header('col', text)))),
    element('tbody', ...members.map(member))
  );
  made.className = 'cam-table';
  return element('div', element('h2', 'Personal'), made);
}

const EMPLOYERS = ['Arbetsgivare', 'Kontaktperson', 'Telefon', 'E-post', 'Placeringar hittills', 'Senaste började'];

function employer({ name, contactName, contactPhone, contactEmail, placements, latest }) {
  return element(
    'tr',
    header('row', name),
    ...[contactName, contactPhone, contactEmail, String(placements), latest].map(text => element('td', text ?? ''))
  );
}

function employers(registered) {
  const made = element(
    'table',
    element('caption', 'Fylls på när en arbetsmarknadskonsulent matchar en arbetsplats.'),
    element('thead', element('tr', ...EMPLOYERS.map(text => header('col', text)))),
    element('tbody', ...registered.map(employer))
  );
  made.className = 'cam-table';
  return element('div', element('h2', 'Arbetsgivare'), made);
}

function importLink() {
  const link = element('a', 'Importera och hämta ärenden');
  link.href = '../../samsteg/import.html';
  return element('p', link);
}

function results() {
  const link = element('a', 'Resultat');
  link.href = '/resultat';
  return element('p', link);
}

async function queues(api, signal) {
  // Cockpit tells its own interface's address; Samsteg's stands beside it.
  const answer = await fetch(`${api.cockpitApi}/../samsteg/queue`, { signal });
  if (answer.status === 403) {
    return [element('p', 'Köerna visas för projektledaren.')];
  }
  if (!answer.ok) {
    throw new Error(`queue: ${answer.status}`);
  }
  const shown = await answer.json();
  const missing = element('a', 'Saknade uppgifter i resultatet');
  missing.href = `${api.cockpitApi}/../samsteg/missing`;
  missing.target = '_blank';
  missing.rel = 'noopener';
  return [
    importLink(),
    results(),
    ...shown.programmes.map(programme),
    element('p', missing),
    ...(shown.earlier.length > 0 ? [earlier(shown.earlier)] : []),
    ...(shown.staff.length > 0 ? [staff(shown.staff)] : []),
    ...(shown.employers.length > 0 ? [employers(shown.employers)] : [])
  ];
}

export default {
  id: 'samsteg-queue',
  pluginPoint: 'cockpit.dashboard',
  priority: 10,
  ...panel('samsteg-queue', ({ api }, signal) => queues(api, signal), 'Kön kunde inte läsas. Ladda om sidan.')
};
