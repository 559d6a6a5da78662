/*
 * The browser would keep the names and numbers typed in a form, and suggest them to the next user. Written against
 * Camunda 7.24.0.
 */
new MutationObserver(() =>
  document
    .querySelectorAll('.fjs-container input:not([autocomplete])')
    .forEach(input => input.setAttribute('autocomplete', 'off'))
).observe(document.documentElement, { subtree: true, childList: true });
