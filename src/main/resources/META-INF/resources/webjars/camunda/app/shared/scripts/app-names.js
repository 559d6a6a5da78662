/*
 * The names of the applications are hard-coded in the menu that switches between them: sv.json does not reach them.
 * Written against Camunda 7.24.0.
 */
const APPS = new Map([
  ['Welcome', 'Start'],
  ['Tasklist', 'Uppgifter'],
  ['Cockpit', 'Översikt'],
  ['Admin', 'Administration']
]);

new MutationObserver(() => {
  document.querySelectorAll('[cam-widget-header] .app-switch .dropdown-menu a').forEach(link => {
    const name = APPS.get(link.textContent.trim());
    if (name) {
      link.textContent = name;
    }
  });
}).observe(document.body, { subtree: true, childList: true });
