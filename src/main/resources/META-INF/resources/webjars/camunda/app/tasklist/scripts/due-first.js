/*
 * What is due first stands first in Tasklist's list, unless the user has chosen otherwise; its own order is the newest
 * first. Written against Camunda 7.24.0.
 */
if (!location.hash.includes('sorting=')) {
  const order = encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');
  const page = location.hash || '#/';
  history.replaceState(history.state, '', `${page}${page.includes('?') ? '&' : '?'}sorting=${order}`);
}
