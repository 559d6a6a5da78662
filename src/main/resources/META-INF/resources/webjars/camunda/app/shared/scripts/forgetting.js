/*
 * Nothing of a case stays in the browser, which the next member of staff may use: what a page has kept goes at logout and
 * when the session has ended. Written against Camunda 7.24.0.
 */
import { eachRequest } from './requests.js';

async function forget() {
  localStorage.clear();
  sessionStorage.clear();
  const databases = await indexedDB.databases();
  databases.forEach(({ name }) => indexedDB.deleteDatabase(name));
  const kept = 'caches' in window ? await caches.keys() : []; // only where the page came safely
  await Promise.all(kept.map(name => caches.delete(name)));
}

const LOGOUT = /\/admin\/auth\/user\/[^/]+\/logout$/;

eachRequest((request, _method, address) =>
  request.addEventListener('load', () => {
    if (request.status === 401 || LOGOUT.test(address)) {
      forget().catch(() => undefined);
    }
  })
);

// A page that the browser has kept as it was shows its content to the next user who goes back.
addEventListener('pageshow', event => event.persisted && location.reload());
