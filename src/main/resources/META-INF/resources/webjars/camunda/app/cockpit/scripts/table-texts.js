/*
 * Cockpit's tables have a few texts that no translation file reaches, and dates as machines write
 * them. This makes them readable where they appear. Written against Camunda 7.24.0.
 */
import { eachPicture } from '../../shared/scripts/drawn.js';

const TEXTS = new Map([
  ['null', 'saknas'],
  ['Actions', 'Åtgärder'],
  ['Failed Job', 'Misslyckat jobb'],
  ['failedExternalTask', 'Misslyckad extern uppgift']
]);

// What went wrong is told after the class of the exception.
const EXCEPTION = /^(?:[a-z]\w*\.)+\w+Exception: (?=.)/;

const DATE = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d$/;

function tidy(cell) {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const text = node.data.trim();
    const readable =
      TEXTS.get(text) ||
      (DATE.test(text) && text.replace(DATE, '$1\u00a0$2')) ||
      (EXCEPTION.test(text) && text.replace(EXCEPTION, ''));
    if (readable) {
      node.data = readable;
    }
  }
}

eachPicture(() => document.querySelectorAll('.cam-table td, .cam-table th, .null-value').forEach(tidy));
