/*
 * Leads users whose work stands on a page of Samsteg's own there after log-in: once for each session of a browser tab, so
 * that the way back to this page stays open. Written against Camunda 7.24.0.
 */
import { eachRequest } from '../../shared/scripts/requests.js';

const LOGGED_IN = /\/admin\/auth\/user\/[^/]+(?:\/login\/welcome)?$/;
const LED = 'samsteg-led';

async function lead() {
  const answer = await fetch('../../../api/samsteg/landing');
  if (answer.status === 200 && !sessionStorage.getItem(LED)) {
    const { path } = await answer.json();
    sessionStorage.setItem(LED, 'yes');
    location.assign(path);
  }
}

eachRequest((request, _method, address) =>
  request.addEventListener('load', () => {
    if (request.status === 200 && LOGGED_IN.test(address) && !sessionStorage.getItem(LED)) {
      lead().catch(() => undefined);
    }
  })
);
