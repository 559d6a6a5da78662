/*
 * A task that is taken is read anew, and then Tasklist focuses its new assignee: what was being typed in the form by then
 * went nowhere. A field that is typed in keeps the focus. Written against Camunda 7.24.0.
 */
const { focus } = HTMLElement.prototype;

HTMLElement.prototype.focus = function focusUnlessTyping(...options) {
  const typing = document.activeElement?.closest('.fjs-container');
  if (!typing || !this.closest('[cam-tasklist-task-meta]')) {
    focus.apply(this, options);
  }
};
