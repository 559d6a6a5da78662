/*
 * The dashboard's panel of places and queues. Written against Camunda 7.24.0.
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

function programme(queue) {
  const taken = element('p', element('strong', `${queue.taken} av ${queue.places}`), ' platser är tagna');
  return element(
    'div',
    element('h2', queue.programme),
    taken,
    queue.waiting.length > 0 ? table(queue.waiting) : element('p', 'Ingen väntar på plats.')
  );
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
  return (await answer.json()).map(programme);
}

export default {
  id: 'samsteg-queue',
  pluginPoint: 'cockpit.dashboard',
  priority: 10,
  ...panel('samsteg-queue', ({ api }, signal) => queues(api, signal), 'Kön kunde inte läsas. Ladda om sidan.')
};
