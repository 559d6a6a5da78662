/*
 * Nothing of a case stays in the browser, which the next member of staff may use: Tasklist's own way of keeping a
 * half-filled form, in clear text in localStorage, is closed, and whatever else a page has kept goes at logout and when
 * the session has ended. What is begun is kept on the server instead (tasklist/scripts/drafts.js).
 */
const FORM = /^(?:camunda-form|camForm):/;

const { setItem, getItem } = Storage.prototype;

Storage.prototype.setItem = function (key, value) {
  if (!FORM.test(key)) {
    setItem.call(this, key, value);
  }
};

Storage.prototype.getItem = function (key) {
  return FORM.test(key) ? null : getItem.call(this, key);
};

function withoutForms(storage) {
  Object.keys(storage)
    .filter(key => FORM.test(key))
    .forEach(key => storage.removeItem(key));
}

async function forget() {
  localStorage.clear();
  sessionStorage.clear();
  const databases = await indexedDB.databases();
  databases.forEach(({ name }) => indexedDB.deleteDatabase(name));
  const kept = 'caches' in window ? await caches.keys() : []; // only where the page came safely
  await Promise.all(kept.map(name => caches.delete(name)));
}

const LOGOUT = /\/admin\/auth\/user\/[^/]+\/logout$/;

// Of an earlier version, or of a page that was closed in a hurry.
[localStorage, sessionStorage].forEach(withoutForms);

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  this.addEventListener('load', () => {
    if (this.status === 401 || LOGOUT.test(address)) {
      forget().catch(() => undefined);
    }
  });
  return open.call(this, method, address, ...rest);
};

// A page that the browser has kept as it was shows what stood in it to whoever goes back.
addEventListener('pageshow', event => event.persisted && location.reload());
