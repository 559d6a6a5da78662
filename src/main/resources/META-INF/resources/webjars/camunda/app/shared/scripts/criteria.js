/*
 * The searches of Tasklist and Cockpit offer criteria that the gate refuses (access/bodies.yml): what a task holds,
 * and what only those who run Camunda know. They are not shown where a criterion or a sorting is chosen.
 * Written against Camunda 7.24.0.
 */
import { eachPicture } from './drawn.js';

const CRITERIA = new Set([
  'Processvariabel',
  'Uppgiftsvariabel',
  'Variabel i fall',
  'Variabel',
  'Processinstans-id',
  'Process-id',
  'Exekverings-id',
  'Fallinstans-id',
  'Fallinstansens ärende',
  'Falldefinitions-id',
  'Falldefinitionens nyckel',
  'Falldefinitionens namn',
  'Fallexekverings-id',
  'Ägare',
  'Möjlig användare',
  'Inblandad användare',
  'Uppgiftsnyckel',
  'Beskrivning',
  'Prioritet',
  'Bevakningsdatum',
  'Delegering',
  'Samordningsförbund',
  'Utan samordningsförbund'
]);

const SORTINGS = new Set([
  'Processvariabel',
  'Variabel i exekvering',
  'Uppgiftsvariabel',
  'Variabel i fallexekvering',
  'Variabel i fallinstans'
]);

function hide(items, refused) {
  document.querySelectorAll(items).forEach(item => {
    const text = item.querySelector('a')?.textContent.trim();
    const display = refused.has(text) ? 'none' : '';
    if (item.style.display !== display) {
      item.style.display = display;
    }
  });
}

eachPicture(() => {
  hide('.uib-typeahead-match', CRITERIA);
  hide('.sorting-choice .dropdown-menu > li, .new-sort .dropdown-menu > li', SORTINGS);
});
