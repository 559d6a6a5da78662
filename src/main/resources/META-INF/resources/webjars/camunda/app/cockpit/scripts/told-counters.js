/*
 * Counters of Cockpit that lead to pages which are closed do nothing by the keyboard either; the style sheet keeps the
 * mouse away. Written against Camunda 7.24.0.
 */
import { onlyTold } from '../../shared/scripts/only-told.js';

onlyTold(
  "a[ng-click='showDialog()'], .open-human-tasks",
  event => event.type === 'click' || event.key === 'Enter' || event.key === ' '
);
