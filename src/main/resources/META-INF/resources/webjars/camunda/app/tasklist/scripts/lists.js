/*
 * A list that closes in the moment in which its form changes, such as when an option is chosen or an error shows, would not
 * open again: Preact draws it closed and takes it for open. It forgets what is pending where it draws a component because
 * of its form; newer versions settle that first, as is done here. Written against Camunda 7.24.0.
 */
import { componentsOf } from './form-in.js';
import { eachForm } from './forms.js';

eachForm((_form, container) => {
  componentsOf(container).componentWillUpdate = function settle(...next) {
    if (this.__e) {
      this.shouldComponentUpdate?.(...next);
    }
  };
});
