/*
 * The way to a review as a PDF, in the task to read it: the address is that of the task, which a form does not know. Written
 * against Camunda 7.24.0.
 */
import { eachForm } from './forms.js';

const DOCUMENT = `${location.origin}/camunda/api/samsteg/review`;

/** The task that Tasklist shows stands in its address. */
const task = () => /[?&]task=([\w-]+)/.exec(location.hash)?.[1] ?? '';

eachForm(form => {
  const components = form.get('formFields');
  const Text = components.get('text');
  const Linked = props =>
    props.field.properties?.document === 'review'
      ? Text({ ...props, field: { ...props.field, text: `[Öppna ärendedragningen](${DOCUMENT}?taskId=${task()})` } })
      : Text(props);
  Linked.config = Text.config;
  components.register('text', Linked);
});
