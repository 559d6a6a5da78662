/*
 * When errors are shown. form-js checks a field at each key and when it is left, keeps the error of a field that was hidden
 * afterwards, so that Tasklist's button stays grey for what cannot be seen, and Tasklist adds a message each time.
 * Here a field is checked when it is left, and from its first error on at each key; what is hidden has no errors; and beside
 * the button stands what is wrong in which field, until it is solved. Written against Camunda 7.24.0.
 */
import { formIn } from './form-in.js';
import { check, eachForm, fieldOnScreen, labelIn, shown, valueIn } from './forms.js';
import { forgetRefusals } from './refusals.js';

let pointerIsDown = false;
const waiting = [];

/** Does it when nothing is being clicked: an error that appears between press and release moves the button away. */
function afterClick(action) {
  if (pointerIsDown) {
    waiting.push(action);
  } else {
    action();
  }
}

document.addEventListener('pointerdown', () => (pointerIsDown = true), true);
for (const end of ['pointerup', 'pointercancel']) {
  document.addEventListener(
    end,
    () =>
      setTimeout(() => {
        pointerIsDown = false;
        waiting.splice(0).forEach(action => action());
      }, 50), // the click itself follows, and may hide the field
    true
  );
}

function checkWhenLeft(form) {
  const validator = form.get('validator');
  const rules = validator.validateFieldInstance;
  let typedIn;
  validator.validateFieldInstance = (instance, value) =>
    instance.id === typedIn && !form._getState().errors[instance.id] ? [] : rules.call(validator, instance, value);
  form.get('eventBus').on('formField.focus', ({ formField }) => (typedIn = formField.id));
  form.get('eventBus').on('formField.blur', ({ formField: { id } }) =>
    afterClick(() => {
      typedIn = typedIn === id ? undefined : typedIn;
      const instance = shown(form, id);
      if (instance) {
        form.get('viewerCommands').updateFieldInstanceValidation(instance, valueIn(form, instance));
      }
    })
  );
  form.get('eventBus').on('presubmit', () => (typedIn = undefined));
}

function forgetWhatIsHidden(form) {
  let asked = false;
  form.get('eventBus').on('formFieldInstanceRegistry.changed', ({ action }) => {
    if (action === 'removed' && !asked) {
      asked = true;
      queueMicrotask(() => {
        asked = false;
        const { errors } = form._getState();
        const left = Object.fromEntries(Object.entries(errors).filter(([id]) => shown(form, id)));
        if (Object.keys(left).length < Object.keys(errors).length) {
          form._setState({ errors: left });
        }
      });
    }
  });
}

/** Where a form says how an answer is written, this says more than that it is written wrong. */
function tellTheHint(form) {
  check(form, ({ validate, properties }, value) => {
    const hint = properties?.hint;
    const wrong = hint && value && validate?.pattern && !new RegExp(validate.pattern).test(value);
    return wrong && hint[0].toUpperCase() + hint.slice(1);
  });
}

/** The window of a start form, which has its buttons below it, or the task, which has them below its form. */
const placeOf = element => element.closest('.modal-content') ?? element.closest('[cam-tasklist-form]');
const buttonsIn = place => place?.querySelector('.modal-footer') ?? place?.querySelector('.form-actions');

/** In the order of the form. */
function wrongFields(form) {
  const { errors } = form._getState();
  return form
    .get('formFieldRegistry')
    .getAll()
    .filter(({ id }) => errors[id]);
}

function goTo(container, field) {
  const input = fieldOnScreen(container, field.id);
  input?.closest('.fjs-form-field')?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}

/** Names what is wrong beside the button that is grey because of it; each name leads to its field. */
function tellWhy(form, container) {
  const why = document.createElement('p');
  why.className = 'samsteg-why';
  why.setAttribute('role', 'status');
  let told = '';
  const tell = () => {
    const buttons = buttonsIn(placeOf(container));
    const wrong = wrongFields(form).map(field => ({ field, name: labelIn(form, field) }));
    const now = wrong.map(({ field, name }) => `${field.id} ${name}`).join();
    if (buttons && (now !== told || !why.isConnected)) {
      told = now;
      buttons.prepend(why);
      why.replaceChildren(
        ...(wrong.length ? ['Rätta först: '] : []),
        ...wrong.flatMap(({ field, name }, n) => {
          const way = document.createElement('a');
          way.href = '';
          way.textContent = name;
          way.addEventListener('click', event => {
            event.preventDefault();
            goTo(container, field);
          });
          return n === 0 ? [way] : [', ', way];
        })
      );
    }
  };
  form.on('changed', tell);
}

eachForm((form, container) => {
  tellTheHint(form);
  checkWhenLeft(form);
  forgetWhatIsHidden(form);
  tellWhy(form, container);
});

/** The form is checked before Tasklist is asked to send it: then Tasklist adds no messages. */
document.addEventListener(
  'click',
  event => {
    const button = event.target.closest?.('.form-actions .btn-primary, .modal-footer .btn-primary');
    const container = button && placeOf(button)?.querySelector('.fjs-container');
    const form = container && formIn(container);
    if (form) {
      form.get('eventBus').fire('presubmit');
      form.validate();
      const [first] = wrongFields(form);
      if (first) {
        event.stopPropagation();
        event.preventDefault();
        goTo(container, first);
      } else {
        forgetRefusals(container);
      }
    }
  },
  true
);
