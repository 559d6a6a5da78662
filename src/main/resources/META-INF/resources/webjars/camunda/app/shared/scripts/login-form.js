/*
 * Every answer that says that the user is logged out makes the web applications draw their log-in form anew, also when the
 * form is on the screen already: at a session's end as many times as the page had questions on the way. Letters, and where
 * the cursor was, go from the old form to the new one. What was sent is not kept: after a refusal the form is empty.
 * Where the user has put the cursor it stays. Written against Camunda 7.24.0.
 */
const fieldsOf = form => [...form.querySelectorAll('input')];

let shown; // the form on the screen
let letters = [];
let place; // of the field with the cursor, among the fields

function drawnAnew(form) {
  shown = form;
  const fields = fieldsOf(form);
  const typed = fields.map((_, n) => letters[n]);
  const filled = fields.filter((field, n) => typed[n] && (field.value = typed[n]));
  filled.forEach(field => field.dispatchEvent(new Event('input', { bubbles: true })));
  // Tasklist puts the cursor there once more 300 ms after it has begun, when the user may be in the password.
  fields.forEach(field => field.removeAttribute('autofocus'));
  fields[place ?? 0]?.focus();
}

new MutationObserver(() => {
  const form = document.forms.signinForm;
  if (form && form !== shown) {
    drawnAnew(form);
  }
}).observe(document.documentElement, { subtree: true, childList: true });

// The new form takes the cursor while it is drawn, before what stood in the old one is in it.
const ofTheShown =
  action =>
  ({ target }) =>
    target.form && target.form === shown && action(target);

addEventListener(
  'input',
  ofTheShown(() => (letters = fieldsOf(shown).map(({ value }) => value))),
  true
);
addEventListener(
  'focusin',
  ofTheShown(field => (place = fieldsOf(shown).indexOf(field))),
  true
);
addEventListener(
  'submit',
  ({ target }) => {
    if (target === shown) {
      letters = [];
      place = undefined;
    }
  },
  true
);
