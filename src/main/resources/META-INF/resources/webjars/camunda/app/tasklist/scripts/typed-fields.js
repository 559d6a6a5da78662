/*
 * Fields into which one types. form-js's own number and date fields change what is typed while it is typed: a comma is
 * dropped, so that 0,5 becomes 5, and 20281128 is read as the 8th of December. Here a value of any kind is typed into a
 * plain text field: what can be read is the field's value, what cannot stays as it was typed and is refused in words.
 * Written against Camunda 7.24.0.
 */
import { check, eachForm, labelOf } from './forms.js';

/** How a field is read: by form-js's name of its type, or by its key where only some fields of a type are meant. */
const readings = [];

/**
 * @param applies whether a field of form-js is read this way
 * @param read from the text to the value, or to the text itself where it cannot be read
 * @param wrong a sentence on a value that cannot be the field's, where form-js's own rules do not say it
 */
export function reading({ applies, read, wrong }) {
  readings.push({ applies, read, wrong });
}

const readingOf = field => readings.find(({ applies }) => applies(field));

/** A form-js component like another, but with the text field in which our readings are typed. */
function typed(component, Textfield) {
  const texts = new Map();
  const Typed = props => {
    const { field, value, onChange, onBlur } = props;
    const how = readingOf(field);
    if (!how) {
      return component(props);
    }
    const text = texts.get(field.id);
    const asTyped = text !== undefined && how.read(text) === (value ?? null);
    return Textfield({
      ...props,
      field: { ...field, label: labelOf(field) },
      value: asTyped ? text : String(value ?? ''),
      onChange: ({ value: newText }) => {
        texts.set(field.id, newText);
        onChange({ value: how.read(newText) });
      },
      onBlur: () => {
        texts.delete(field.id);
        onBlur();
      }
    });
  };
  Typed.config = component.config;
  return Typed;
}

eachForm(form => {
  const components = form.get('formFields');
  const Textfield = components.get('textfield');
  for (const type of ['textfield', 'number', 'datetime']) {
    components.register(type, typed(components.get(type), Textfield));
  }
  check(form, (field, value) => value !== null && value !== '' && readingOf(field)?.wrong?.(value, field));
});
