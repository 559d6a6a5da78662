/*
 * Where an identity provider lets people in and out, Samsteg's answers say where the page goes on: to the
 * provider after a logout, and to itself, which leads to the provider, when the session has ended. Without
 * one no answer says anything.
 */
const NEXT = 'Samsteg-Next';

function goOn(next) {
  if (next === 'again') {
    location.reload();
  } else if (next) {
    location.assign(next);
  }
}

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (...request) {
  this.addEventListener('load', () => goOn(this.getResponseHeader(NEXT)));
  return open.apply(this, request);
};

const fetched = window.fetch;
window.fetch = async (...request) => {
  const answer = await fetched(...request);
  goOn(answer.headers.get(NEXT));
  return answer;
};
