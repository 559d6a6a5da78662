/*
 * form-js waits 0.3 s before it takes notice of what is typed in a text field. Every redraw of the form in that time, such
 * as after a number that was typed in the field before, puts the old text back and letters are gone. Without the wait each
 * key is in the form before anything can be drawn. Written against Camunda 7.24.0.
 */
import { eachForm } from './forms.js';

eachForm(form => {
  form.get('config').debounce = false;
});
