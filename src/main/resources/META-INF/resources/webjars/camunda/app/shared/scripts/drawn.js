/*
 * Diagrams move many elements at once: what follows the page is done once per picture drawn. Written against Camunda
 * 7.24.0.
 */
let waiting = false;
const actions = [];

/** Does it each time when something on the page has changed. */
export function eachPicture(action) {
  actions.push(action);
}

new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      actions.forEach(action => action());
    });
  }
}).observe(document.body, { subtree: true, childList: true, characterData: true });
