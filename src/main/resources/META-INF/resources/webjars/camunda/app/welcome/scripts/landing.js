/*
 * Leads users after log-in to the page from which they came here, and those whose work stands on a page of Samsteg's own
 * there: once for each session of a browser tab, so that the way back to this page stays open. Written against Camunda
 * 7.24.0.
 */
import { eachRequest } from '../../shared/scripts/requests.js';

const LOGGED_IN = /\/admin\/auth\/user\/[^/]+(?:\/login\/welcome)?$/;
const LED = 'samsteg-led';

/** The own participants and pages of a case; an address of another site is none. */
const CAME_FROM = /^\/(?:mina-deltagare|arende\/[A-Za-z]{2,4}-\d{4}-\d{4,9}(?:\/[a-z]+)?)$/;

async function lead() {
  const from = new URLSearchParams(location.search).get('to');
  if (from !== null && CAME_FROM.test(from)) {
    location.replace(from);
    return;
  }
  if (sessionStorage.getItem(LED)) {
    return;
  }
  const answer = await fetch('../../../api/samsteg/landing');
  if (answer.status === 200) {
    const { path } = await answer.json();
    sessionStorage.setItem(LED, 'yes');
    location.assign(path);
  }
}

eachRequest((request, _method, address) =>
  request.addEventListener('load', () => {
    if (request.status === 200 && LOGGED_IN.test(address)) {
      lead().catch(() => undefined);
    }
  })
);
