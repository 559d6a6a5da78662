/*
 * form-js has its own texts in English only, without any way to set others. This turns them into Swedish where they
 * appear. It looks at nothing but the elements form-js writes its texts into, so what staff type and what a form asks is
 * never touched. Written against Camunda 7.24.0.
 */
import { eachForm } from './forms.js';

const TEXTS = new Map([
  ['Field is required.', 'Fältet måste fyllas i.'],
  ['Field must be a valid email.', 'Skriv en giltig e-postadress.'],
  ['Value is not a number.', 'Skriv ett tal.'],
  ['Value is expected to be an integer.', 'Skriv ett heltal.'],
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
  ['This is an image placeholder', 'Bild saknas']
]);

const PATTERNS = [
  [/^Field must match pattern .*$/s, 'Svaret har fel form.'],
  [/^Field must have minimum length of (.+)\.$/, 'Skriv minst $1 tecken.'],
  [/^Field must have maximum length of (.+)\.$/, 'Skriv högst $1 tecken.'],
  [/^Field must have minimum value of (.+)\.$/, 'Värdet får inte vara lägre än $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Värdet får inte vara högre än $1.'],
  [
    /^Field must be a valid +international phone number\..*$/,
    'Skriv telefonnumret med landsnummer, till exempel +46701234567.'
  ],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Skriv högst $1 decimaler.'],
  [
    /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    'De närmaste tillåtna värdena är $1 och $2.'
  ],
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

function translate(form) {
  form.querySelectorAll(TEXT_PLACES).forEach(translateText);
  form.querySelectorAll(ATTRIBUTE_PLACES).forEach(translateAttributes);
}

eachForm((_form, container) => {
  translate(container);
  new MutationObserver(() => translate(container)).observe(container, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ATTRIBUTES
  });
});
