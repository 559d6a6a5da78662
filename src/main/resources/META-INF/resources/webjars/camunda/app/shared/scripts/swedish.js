/*
 * What sv.json does not reach, the same for all four apps. Each app's config.js imports this, so it
 * runs before the app starts.
 */

// Screen readers pronounce by the page's language.
document.documentElement.lang = 'sv';

// The names of the apps are hard-coded in the menu that switches between them.
const APPS = new Map([
  ['Welcome', 'Start'],
  ['Tasklist', 'Uppgifter'],
  ['Cockpit', 'Översikt'],
  ['Admin', 'Administration']
]);

const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december'
];

const DATES = {
  DAY: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],
  SHORTDAY: ['sön', 'mån', 'tis', 'ons', 'tors', 'fre', 'lör'],
  MONTH: MONTHS,
  STANDALONEMONTH: MONTHS,
  SHORTMONTH: ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  FIRSTDAYOFWEEK: 0, // Monday
  medium: 'yyyy-MM-dd HH:mm:ss',
  short: 'yyyy-MM-dd HH:mm',
  shortDate: 'yyyy-MM-dd',
  mediumTime: 'HH:mm:ss',
  shortTime: 'HH:mm'
};

function nameApps() {
  document.querySelectorAll('[cam-widget-header] .app-switch .dropdown-menu a').forEach(link => {
    const name = APPS.get(link.textContent.trim());
    if (name) {
      link.textContent = name;
    }
  });
}

let datesAreSwedish = false;

/** Calendars are drawn by AngularJS, which brings its own names of months and days. */
function nameDates() {
  const injector = !datesAreSwedish && window.angular && window.angular.element(document.body).injector();
  if (injector) {
    datesAreSwedish = true;
    const locale = injector.get('$locale');
    Object.assign(locale.DATETIME_FORMATS, DATES);
    Object.assign(locale.NUMBER_FORMATS, { DECIMAL_SEP: ',', GROUP_SEP: '\u00a0' });
  }
}

new MutationObserver(() => {
  nameApps();
  nameDates();
}).observe(document.body, { subtree: true, childList: true });
