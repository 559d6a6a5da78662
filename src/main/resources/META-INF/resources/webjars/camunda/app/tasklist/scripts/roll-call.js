/*
 * The list of a group's participants in the form of a session. form-js draws a list row by row and cannot send one that was
 * touched; in its place stands the way to the page on which the roll is called. Written against Camunda 7.24.0.
 */
import { eachForm } from './forms.js';

const PAGE = `${location.origin}/camunda/app/samsteg/upprop.html`;

/** The task that Tasklist shows stands in its address. */
const task = () => /[?&]task=([\w-]+)/.exec(location.hash)?.[1] ?? '';

eachForm(form => {
  const components = form.get('formFields');
  const list = components.get('dynamiclist');
  const Text = components.get('text');
  const Linked = props =>
    props.field.path === 'rollCall'
      ? Text({
          ...props,
          field: { ...props.field, text: `**${props.field.label}:** [Öppna uppropet](${PAGE}?task=${task()})` }
        })
      : list(props);
  Linked.config = list.config;
  components.register('dynamiclist', Linked);
});
