/*
 * Calendars are drawn by AngularJS, which brings its own names of months and days: sv.json does not reach them. Written
 * against Camunda 7.24.0.
 */
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

const observer = new MutationObserver(() => {
  const injector = window.angular?.element(document.body).injector();
  if (injector) {
    observer.disconnect();
    const locale = injector.get('$locale');
    Object.assign(locale.DATETIME_FORMATS, DATES);
    Object.assign(locale.NUMBER_FORMATS, { DECIMAL_SEP: ',', GROUP_SEP: '\u00a0' });
  }
});

observer.observe(document.body, { subtree: true, childList: true });
