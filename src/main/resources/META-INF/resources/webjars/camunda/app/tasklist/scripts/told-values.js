/*
 * The process sets deadline and owner of a task. Tasklist offers to change them all the same, and then shows the server's
 * refusal; a task is taken and given back with the buttons beside. Written against Camunda 7.24.0.
 */
import { onlyTold } from '../../shared/scripts/only-told.js';

onlyTold(
  '.meta .due-date, .meta .groups > span, .meta .assignee .view-value, .meta .assignee .set-value',
  event => event.key !== 'Tab' && !event.target.closest('button')
);
