/*
 * A process instance's page begins with its variables, and offers tabs of tasks and jobs. In an open task
 * stands what its assignee is writing about a participant, so the ways to all of it are closed
 * (access/routes.txt). The page begins with what went wrong instead, and the closed tabs are not there.
 * Written against Camunda 7.24.0.
 */

const CLOSED = new Set(['Variabler', 'Uppgifter', 'Jobb', 'Externa uppgifter']);
const INSTANCE = /^#\/process-instance\/[^/]+\/runtime/;
const TAB = /([?&]tab=)([a-z-]+)/;
const OPEN = new Set(['incidents-tab', 'called-process-instances-tab']);

function openTab() {
  const { hash } = location;
  if (!INSTANCE.test(hash) || OPEN.has(TAB.exec(hash)?.[2])) {
    return;
  }
  const rest = hash.replace(TAB, '$1incidents-tab');
  const opened = TAB.test(rest) ? rest : `${rest}${rest.includes('?') ? '&' : '?'}tab=incidents-tab`;
  history.replaceState(history.state, '', opened);
}

/** Pages that are closed as a whole lead to the first one, instead of to a row of refusals that stays. */
const CLOSED_PAGE =
  /^#\/(?:tasks|repository|batch|batches|migration|external-tasks|cases|case-definition|case-instance)\b/;

function openPage() {
  if (CLOSED_PAGE.test(location.hash)) {
    history.replaceState(history.state, '', '#/dashboard');
  }
  openTab();
}

// Before Cockpit reads where it is.
openPage();
addEventListener('popstate', openPage, true);
addEventListener('hashchange', openPage, true);

new MutationObserver(() => {
  if (INSTANCE.test(location.hash)) {
    document.querySelectorAll('.nav-tabs li').forEach(tab => {
      tab.style.display = CLOSED.has(tab.textContent.trim()) ? 'none' : '';
    });
  }
}).observe(document.body, { subtree: true, childList: true });
