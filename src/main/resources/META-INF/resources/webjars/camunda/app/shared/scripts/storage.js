/*
 * Tasklist's own way of keeping a half-filled form, in clear text in localStorage, is closed: the next member of staff may
 * use the same browser. What is begun is kept on the server instead (tasklist/scripts/drafts.js). Written against Camunda
 * 7.24.0.
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

// Left by an earlier version, or by a page that was closed early.
[localStorage, sessionStorage].forEach(withoutForms);
