/*
 * With an identity provider, Samsteg's answers say so in a header, and where the page goes on: to
 * the provider after a logout, and to itself, which leads to the provider, when the session has ended. Without
 * one no answer says anything. Written against Camunda 7.24.0.
 */
import { eachRequest } from './requests.js';

const NEXT = 'Samsteg-Next';
const ACCOUNTS = 'Samsteg-Accounts';

// A user who comes back from the provider is logged in; otherwise the app finds its own way to its own form.
if (/^#!?\/login/.test(location.hash)) {
  history.replaceState(history.state, '', '#/');
}

function obey(header) {
  if (header(ACCOUNTS) === 'provider') {
    // samsteg.css then hides what only the provider changes: passwords, names, groups.
    document.documentElement.classList.add('accounts-of-provider');
  }
  const next = header(NEXT);
  if (next === 'again') {
    location.reload();
  } else if (next) {
    location.assign(next);
  }
}

eachRequest(request => request.addEventListener('load', () => obey(name => request.getResponseHeader(name))));

const fetched = window.fetch;
window.fetch = async (...request) => {
  const answer = await fetched(...request);
  obey(name => answer.headers.get(name));
  return answer;
};
