/*
 * form-js has its own texts in English only, without any way to set others. This turns them into
 * Swedish where they appear, and mends two ways to get lost in a form. It looks at nothing but the elements form-js writes its texts into, so
 * what staff type and what a form asks is never touched.
 */

const TEXTS = new Map([
  ['Field is required.', 'Fältet måste fyllas i.'],
  ['Field must be a valid email.', 'Skriv en giltig e-postadress.'],
  ['Value is not a number.', 'Skriv ett tal.'],
  ['Value is expected to be an integer.', 'Skriv ett heltal.'],
  ['Date and time must both be entered.', 'Fyll i både datum och tid.'],
  ['Select', 'Välj'],
  ['Search', 'Sök'],
  ['No results', 'Inga träffar'],
  ['All values selected', 'Alla är redan valda'],
  ['Skip to search', 'Gå till sökfältet'],
  ['Remove tag', 'Ta bort'],
  ['Nothing to show.', 'Det finns inget att visa.'],
  ['of', 'av'],
  ['Previous page', 'Föregående sida'],
  ['Next page', 'Nästa sida'],
  ['Click to remove sorting', 'Klicka för att ta bort sorteringen'],
  ['Increment', 'Öka'],
  ['Decrement', 'Minska'],
  ['Add new', 'Lägg till'],
  ['Collapse', 'Fäll ihop'],
  ['No content to show.', 'Det finns inget att visa.'],
  ["External content couldn't be loaded.", 'Innehållet kunde inte laddas.'],
  ['This is an image placeholder', 'Bild saknas'],
  ['yyyy-mm-dd', 'åååå-mm-dd'],
  ['hh:mm', 'tt:mm']
]);

const PATTERNS = [
  [/^Field must match pattern .*$/s, 'Svaret har fel form.'],
  [/^Field must have minimum length of (.+)\.$/, 'Skriv minst $1 tecken.'],
  [/^Field must have maximum length of (.+)\.$/, 'Skriv högst $1 tecken.'],
  [/^Field must have minimum value of (.+)\.$/, 'Värdet får inte vara lägre än $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Värdet får inte vara högre än $1.'],
  [/^Field must be a valid +international phone number\..*$/, 'Skriv telefonnumret med landsnummer, till exempel +46701234567.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Skriv högst $1 decimaler.'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, 'De närmaste tillåtna värdena är $1 och $2.'],
  [/^Click to sort by (.+) descending$/, 'Klicka för att sortera på $1, fallande'],
  [/^Click to sort by (.+) ascending$/, 'Klicka för att sortera på $1, stigande'],
  [/^Expand all \((\d+)\)$/, 'Visa alla ($1)'],
  [/^Remove list item (\d+)$/, 'Ta bort rad $1']
];

const TEXT_PLACES = [
  '.fjs-form-field-error li',
  '.fjs-select-placeholder',
  '.fjs-dropdownlist-empty',
  '.fjs-taglist-skip-link',
  '.fjs-table-empty',
  '.fjs-table-body td[colspan]',
  '.fjs-table-nav-label',
  '.fjs-repeat-render-add',
  '.fjs-repeat-render-collapse',
  '.fjs-iframe-placeholder-text'
].join(',');

const ATTRIBUTES = ['placeholder', 'title', 'aria-label', 'alt'];
const ATTRIBUTE_PLACES = [
  'input.fjs-input[placeholder]',
  '.fjs-taglist-input[placeholder]',
  '.fjs-taglist-tag-remove[title]',
  '.fjs-number-arrow-container [aria-label]',
  '.fjs-table-nav-button[aria-label]',
  '.fjs-table-th [aria-label]',
  '.fjs-table-th[aria-label]',
  '.fjs-repeat-row-remove[aria-label]',
  '.fjs-image-placeholder [alt]'
].join(',');

const CALENDAR = {
  weekdays: {
    shorthand: ['sö', 'må', 'ti', 'on', 'to', 'fr', 'lö'],
    longhand: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag']
  },
  months: {
    shorthand: ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    longhand: [
      'januari', 'februari', 'mars', 'april', 'maj', 'juni',
      'juli', 'augusti', 'september', 'oktober', 'november', 'december'
    ]
  },
  firstDayOfWeek: 1,
  weekAbbreviation: 'v',
  yearAriaLabel: 'År',
  monthAriaLabel: 'Månad'
};

function swedish(text) {
  const exact = TEXTS.get(text);
  if (exact) {
    return exact;
  }
  const pattern = PATTERNS.find(([english]) => english.test(text));
  return pattern && text.replace(pattern[0], pattern[1]);
}

function translateText(element) {
  for (const node of element.childNodes) {
    const text = node.nodeType === Node.TEXT_NODE ? node.data.trim() : '';
    const translated = text && swedish(text);
    if (translated) {
      node.data = node.data.replace(text, () => translated);
    }
  }
}

function translateAttributes(element) {
  for (const name of ATTRIBUTES) {
    const text = element.getAttribute(name);
    const translated = text && swedish(text);
    if (translated) {
      element.setAttribute(name, translated);
    }
  }
}

function translateCalendar(input) {
  const calendar = input._flatpickr;
  if (calendar && calendar.l10n.firstDayOfWeek !== CALENDAR.firstDayOfWeek) {
    calendar.set('locale', CALENDAR);
  }
}

function translate(form) {
  form.querySelectorAll(TEXT_PLACES).forEach(translateText);
  form.querySelectorAll(ATTRIBUTE_PLACES).forEach(translateAttributes);
  form.querySelectorAll('.fjs-datepicker input').forEach(translateCalendar);
}

const known = new WeakSet();

function attend(form) {
  if (known.has(form)) {
    return;
  }
  known.add(form);
  translate(form);
  new MutationObserver(() => translate(form)).observe(form, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ATTRIBUTES
  });
  // Escape closes lists and calendars; it must not go on to close the window of a start form and
  // lose what was typed.
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      event.stopPropagation();
    }
  });
}

/** In a long form what is missing is often out of sight, and then the button only seems dead. */
function showFirstError() {
  const field = document.querySelector('.fjs-container .fjs-has-errors');
  if (field) {
    field.scrollIntoView({ block: 'center' });
    field.querySelector('input, textarea, select')?.focus({ preventScroll: true });
  }
}

document.addEventListener('click', event => {
  if (event.target.closest('.form-actions .btn-primary, .modal-footer .btn-primary, .fjs-button[type="submit"]')) {
    setTimeout(showFirstError, 100); // form-js draws the errors first
  }
});

// The process sets deadline and owner. Tasklist offers to change them all the same, and then shows the
// server's refusal; one takes a task and gives it back with the buttons beside.
const TOLD = '.meta .due-date .view-value, .meta .groups > span, .meta .assignee .view-value';
['click', 'keydown'].forEach(kind =>
  document.addEventListener(
    kind,
    event => {
      const told = event.target.closest?.(TOLD + ', .meta .due-date, .meta .assignee .set-value');
      if (told && event.key !== 'Tab' && !event.target.closest('button')) {
        event.stopPropagation();
        event.preventDefault();
      }
    },
    true
  )
);

new MutationObserver(() => document.querySelectorAll('.fjs-container').forEach(attend)).observe(document.body, {
  subtree: true,
  childList: true
});

// form-js writes dates in the way of the "default" locale, which is the browser's: in an English
// browser 03/04/2026 would be March. Everyone gets 2026-03-04.
const BrowserFormat = Intl.DateTimeFormat;
Intl.DateTimeFormat = new Proxy(BrowserFormat, {
  construct: (target, [locale, ...rest]) => new target(locale === 'default' ? 'sv-SE' : locale, ...rest)
});
