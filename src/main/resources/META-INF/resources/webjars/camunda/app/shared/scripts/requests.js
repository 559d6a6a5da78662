/*
 * The requests that Camunda's pages send by XMLHttpRequest. Written against Camunda 7.24.0.
 */
const listeners = [];
const { open } = XMLHttpRequest.prototype;

/** @param listener gets each request that is about to be sent, its method and its address */
export function eachRequest(listener) {
  listeners.push(listener);
}

XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  listeners.forEach(listener => listener(this, method, address));
  return open.call(this, method, address, ...rest);
};
