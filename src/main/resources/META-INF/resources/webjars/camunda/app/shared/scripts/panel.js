/*
 * What Samsteg's plugins in Tasklist and Cockpit have in common: a panel of what the server answers. All data from the
 * server is set as text. Written against Camunda 7.24.0.
 */

export function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function alert(text) {
  const made = element('p', text);
  made.setAttribute('role', 'alert');
  return made;
}

/**
 * How a plugin renders and unmounts.
 *
 * @param read takes what the page tells a plugin, and a signal that aborts when the panel goes; promises the elements
 * @param failure the sentence for the user when it cannot be read
 */
export function panel(className, read, failure) {
  let leaving;
  return {
    render: (node, told) => {
      leaving = new AbortController();
      const { signal } = leaving;
      const place = element('div');
      place.className = className;
      node.append(place);
      read(told, signal).then(
        parts => place.replaceChildren(...parts),
        () => signal.aborted || place.replaceChildren(alert(failure))
      );
    },
    unmount: () => leaving.abort()
  };
}
