/* Whole numbers. Every number that Samsteg asks for is one. Written against Camunda 7.24.0. */
import { reading } from './typed-fields.js';

const WHOLE = /^[-−]?\d{1,15}$/;

function read(text) {
  const digits = text.replace(/\s/g, '');
  if (digits === '') {
    return null;
  }
  return WHOLE.test(digits) ? Number(digits.replace('−', '-')) : text;
}

reading({
  applies: field => field.type === 'number',
  read,
  wrong: value => !Number.isInteger(value) && 'Skriv ett heltal.'
});
