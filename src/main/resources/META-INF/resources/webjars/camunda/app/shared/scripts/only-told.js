/*
 * What a page tells and seems to offer for a change, but does not. Written against Camunda 7.24.0.
 */

/** Takes away the clicks and keys that would do something to the elements. */
export function onlyTold(selector, does) {
  for (const kind of ['click', 'keydown']) {
    addEventListener(
      kind,
      event => {
        if (event.target.closest?.(selector) && does(event)) {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
      },
      true
    );
  }
}
