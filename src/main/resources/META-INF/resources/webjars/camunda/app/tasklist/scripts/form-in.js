/*
 * The way from a form on the screen to the form-js form behind it. Tasklist keeps its forms to itself; but Preact, which
 * draws them, notes on a form's container (as __k) what it has drawn there, and among that is the provider through which
 * every field finds the services of its form. Written against Camunda 7.24.0.
 */

/** What was drawn to give fields their services. */
function provider(drawn) {
  if (!drawn || drawn.props?.value?.getService) {
    return drawn;
  }
  for (const child of drawn.__k ?? []) {
    const found = provider(child);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** The form-js form that a container, an element with the class fjs-container, shows; nothing until it is drawn. */
export function formIn(container) {
  return provider(container.__k)?.props.value.getService('form', false);
}

/** What all components of a form that is drawn have in common. */
export function componentsOf(container) {
  return Object.getPrototypeOf(provider(container.__k).__c);
}
