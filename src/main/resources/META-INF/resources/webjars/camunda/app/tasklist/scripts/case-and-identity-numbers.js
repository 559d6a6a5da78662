/*
 * Numbers of cases and of persons are understood as they are written elsewhere: in lower case, with spaces, a dash of
 * another kind. Whether an identity number can be one is said at its field, not first by the server. Written against Camunda
 * 7.24.0.
 */
import { CASE_NUMBER } from './case-number.js';
import { reading } from './typed-fields.js';

const IDENTITY = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})$/;

/** Without spaces and what is invisible, and with the hyphen of the keyboard for every dash. */
const plain = text => text.replace(/[\s\p{Cf}]/gu, '').replace(/[\p{Pd}−]/gu, '-');

/** The text as it is written, if it can be read at all; else as it was typed. */
const readAs = (pattern, text) => (pattern.test(text) ? text : undefined);

/** The sum over digits, every other doubled, that ends in a nought if the last digit is right. */
function checks(digits) {
  const sum = [...digits].reduce((total, digit, n) => {
    const weighed = digit * (n % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

/** Without a century the number is of the last hundred years, with a plus of the hundred before. */
function yearOf(century, year, sign) {
  if (century) {
    return Number(century + year);
  }
  const now = new Date().getFullYear();
  return now - ((now - Number(year)) % 100) - (sign === '+' ? 100 : 0);
}

/** A samordningsnummer has 60 added to the day; its month or day may be unknown, 00 and 60. */
function isDay(year, month, day) {
  if (day >= 60 && day <= 91 && (month === 0 || (day === 60 && month <= 12))) {
    return true;
  }
  const date = new Date(Date.UTC(year, month - 1, day > 60 ? day - 60 : day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === (day > 60 ? day - 60 : day);
}

function isIdentityNumber(text) {
  const parts = IDENTITY.exec(text);
  if (!parts) {
    return false;
  }
  const [, century, year, month, day, sign, number] = parts;
  return isDay(yearOf(century, year, sign), Number(month), Number(day)) && checks(year + month + day + number);
}

reading({
  applies: field => field.type === 'textfield' && field.key === 'identityNumber' && !field.disabled,
  read: text => readAs(IDENTITY, plain(text)) ?? text,
  wrong: text =>
    IDENTITY.test(text) &&
    !isIdentityNumber(text) &&
    'Personnummer eller samordningsnummer: numret är inte giltigt. Kontrollera datum och kontrollsiffra.'
});

reading({
  applies: field => field.type === 'textfield' && field.key === 'caseNumber' && !field.disabled,
  read: text => readAs(CASE_NUMBER, plain(text).toUpperCase()) ?? text
});
