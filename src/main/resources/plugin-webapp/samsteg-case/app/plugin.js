/*
 * The tab Akten of a task: the documents of its case and what is written in it. Written against Camunda
 * 7.24.0.
 */
import { element, panel } from '../../../../../../app/shared/scripts/panel.js';

function page(address, title) {
  const opens = element('a', title);
  opens.href = address;
  opens.target = '_blank';
  opens.rel = 'noopener noreferrer';
  return opens;
}

function pdf(address, title) {
  const opens = page(address, title);
  opens.title = 'Öppnas som PDF i en ny flik';
  return opens;
}

function download(address, title) {
  const saves = element('a', title);
  saves.href = address;
  saves.download = '';
  saves.title = 'Sparas som en fil';
  return saves;
}

function link(api, { id, title, drawnUpOn }) {
  // Tasklist tells its own interface's address; Samsteg's stands beside it.
  const opens = pdf(`${api.tasklistApi}/../samsteg/document/${encodeURIComponent(id)}`, title);
  return element('li', opens, element('time', drawnUpOn));
}

function section({ heading, lines }) {
  const list = element('dl', ...lines.flatMap(({ label, text }) => [element('dt', label), element('dd', text)]));
  return element('section', element('h3', heading), list);
}

function extract(address, words, decision) {
  return element(
    'p',
    pdf(`${address}${decision}`, `Registerutdrag${words} (PDF)`),
    ' · ',
    download(`${address}/json${decision}`, `Registerutdrag${words} (JSON)`)
  );
}

// Everything that is held about the participant, for the programme lead to hand out. A protected note may be kept from
// the participant by the law's exceptions: the lead decides before anything is drawn up.
function extracts(api, caseNumber, protectedNote) {
  const address = `${api.tasklistApi}/../samsteg/extract/${encodeURIComponent(caseNumber)}`;
  if (!protectedNote) {
    return [extract(address, '', '')];
  }
  const question =
    'Det finns en skyddad anteckning. Får deltagaren ta del av den? Avgör det enligt lagens undantag innan du tar fram utdraget.';
  return [
    element('p', question),
    extract(address, ' utan skyddad anteckning', '?note=withheld'),
    extract(address, ' med skyddad anteckning', '?note=included')
  ];
}

function shown(api, { caseNumber, documents, sections, development, extract: handedOut, protectedNote }) {
  const whole = element('p', page(`/arende/${encodeURIComponent(caseNumber)}`, 'Öppna ärendet på en egen sida'));
  const parts = sections.map(section);
  if (documents.length > 0) {
    const list = element('ul', ...documents.map(one => link(api, one)));
    parts.unshift(element('section', element('h3', 'Handlingar'), list));
  }
  if (parts.length === 0) {
    parts.push(element('p', `Det finns ännu inget att läsa i ärende ${caseNumber}.`));
  }
  parts.unshift(whole);
  if (development) {
    const address = `${api.tasklistApi}/../samsteg/development/${encodeURIComponent(caseNumber)}`;
    parts.push(element('p', page(address, 'Utvecklingen över tid, att visa deltagaren')));
  }
  parts.push(
    element('p', pdf(`${api.tasklistApi}/../samsteg/readers/${encodeURIComponent(caseNumber)}`, 'Vem har läst akten'))
  );
  if (handedOut) {
    parts.push(...extracts(api, caseNumber, protectedNote));
  }
  return parts;
}

async function file(api, taskId, signal) {
  const answer = await fetch(`${api.tasklistApi}/../samsteg/case?taskId=${encodeURIComponent(taskId)}`, { signal });
  if (answer.status === 404) {
    return [
      element(
        'p',
        'Akten visas för dem som arbetar i ärendet och för handläggaren, så långt deltagarens samtycke räcker.'
      )
    ];
  }
  if (!answer.ok) {
    throw new Error(`case: ${answer.status}`);
  }
  return shown(api, await answer.json());
}

export default {
  id: 'samsteg-case',
  pluginPoint: 'tasklist.task.detail',
  // Next to the form (1000), before the history (800): user-styles.css counts the tabs.
  priority: 900,
  properties: { label: 'Akten' },
  ...panel(
    'samsteg-case',
    ({ api, taskId }, signal) => file(api, taskId, signal),
    'Akten kunde inte läsas. Ladda om sidan.'
  )
};
